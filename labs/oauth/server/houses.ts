import { createHmac } from 'node:crypto'
import * as z from 'zod'
import type { Actor } from '@/contracts/oauth-lab-choices'
import { publicAddress } from '@/server/http/own-address'
import { cookieForRealm } from '@/server/http/realm-cookie'
import { cookieFor, makeToken } from '@/server/sandbox/credentials'
import { derivedKey } from '@/server/sandbox/derived-key'
import { Browser } from './browser'
import type { Twin } from './twins'

/** Somewhere to sign in: how it begins, and who is signed in there then. */
export type House = {
  enter: (actor: Actor) => Promise<Browser>
  /** The address of the provider that the browser is sent to. */
  begin: (browser: Browser) => Promise<string>
  /** Where whatever somebody else is to read can be sent. */
  attackersAddress: string
  whoIs: (browser: Browser) => Promise<string | null>
}

const Named = z.object({ name: z.string().nullable() })

/** The weak twin: nobody is known there yet. */
export function twinHouse({ address }: Twin): House {
  return {
    enter: async (actor) => new Browser(actor),
    begin: async (browser) => {
      const { location } = await browser.open(`${address}/signin`)
      return location ?? ''
    },
    attackersAddress: `${address}/inbox`,
    whoIs: (browser) => nameAt(browser, `${address}/me`),
  }
}

const Begun = z.object({ url: z.string() })
const Session = z.object({ expires: z.string().optional() })
const Csrf = z.object({ csrfToken: z.string() })

/**
 * Plateful itself, as anybody reaches it. Both browsers are in the reader's own
 * sandbox, for a minute, so that its trace shows both sides of the attack.
 */
export function realHouse(sandboxId: string): House {
  const at = (path: string) => publicAddress(path).toString()
  return {
    async enter(actor) {
      const soon = Math.floor(Date.now() / 1000) + 60
      const sandbox = cookieFor(await makeToken(sandboxId, soon))
      return new Browser(actor, [sandbox, cookieForRealm(realm(actor))])
    },
    async begin(browser) {
      const csrf = await browser.open(at('/api/auth/csrf'))
      const { csrfToken } = Csrf.parse(JSON.parse(csrf.body))
      const form = { csrfToken, json: 'true' }
      const begun = await browser.open(at('/api/auth/signin/identity'), form)
      return Begun.parse(JSON.parse(begun.body)).url
    },
    attackersAddress: at('/api/labs/oauth/twin/none/inbox'),
    async whoIs(browser) {
      // The sandbox is the reader's and proves nothing: their session would.
      const { body } = await browser.open(at('/api/auth/session'))
      const { expires } = Session.parse(JSON.parse(body))
      return expires === undefined ? null : nameAt(browser, at('/api/account'))
    },
  }

  /** The same two people at each run: the provider keeps not many. */
  function realm(actor: Actor): string {
    return createHmac('sha256', derivedKey('people of the lab oauth'))
      .update(`${sandboxId} ${actor}`)
      .digest('base64url')
  }
}

async function nameAt(
  browser: Browser,
  address: string,
): Promise<string | null> {
  const { status, body } = await browser.open(address)
  return status === 200 ? Named.parse(JSON.parse(body)).name : null
}
