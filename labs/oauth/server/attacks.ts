import type { Actor, Protection } from '@/contracts/oauth-lab-choices'
import type { Browser } from './browser'
import type { House } from './houses'
import { signInAs } from './sign-in-as'

type Browsers = Record<Actor, Browser>

/**
 * An attack in three moves. What one leaves, an address each time, is what the
 * next begins with; null where it came to nothing.
 */
export type Attack = {
  prepare: (house: House, browsers: Browsers) => Promise<string | null>
  lure: (
    house: House,
    browsers: Browsers,
    trap: string | null,
  ) => Promise<string | null>
  /** Whose browser is signed in then as somebody that it should not be. */
  use: (browsers: Browsers, caught: string | null) => Promise<Actor>
}

/** One browser for the guest, one for the attacker. */
export async function openBrowsers({ enter }: House): Promise<Browsers> {
  return { guest: await enter('guest'), attacker: await enter('attacker') }
}

/** Mallory’s own answer, opened in Mara’s browser: she is in his account. */
const foreignAnswer: Attack = {
  async prepare(house, { attacker }) {
    const begun = await house.begin(attacker)
    return signInAs('attacker', attacker, begun)
  },
  async lure(_, { guest }, trap) {
    if (trap !== null) await guest.open(trap)
    return null
  },
  use: async () => 'guest',
}

/** Mara’s code, found in a log, and brought back by Mallory as his own. */
const stolenCode: Attack = {
  prepare: (house, { attacker }) => house.begin(attacker),
  async lure(house, { guest }, trap) {
    const answer = await signInAs('guest', guest, await house.begin(guest))
    return answer && stateOf(trap) !== null ? withState(answer, trap) : answer
  },
  async use({ attacker }, caught) {
    if (caught !== null) await attacker.open(caught)
    return 'attacker'
  },
}

/** Mallory’s link, which has the provider send Mara’s code to him. */
const changedAddress: Attack = {
  async prepare(house, { attacker }) {
    const link = new URL(await house.begin(attacker))
    link.searchParams.set('redirect_uri', house.attackersAddress)
    return link.href
  },
  async lure(_, { guest }, trap) {
    const sent = await signInAs('guest', guest, trap ?? '')
    if (sent !== null) await guest.open(sent)
    return sent
  },
  async use({ attacker }, caught) {
    if (caught === null) return 'attacker'
    const { origin, pathname, search } = new URL(caught)
    const callback = pathname.replace(/\/inbox$/, '/callback')
    await attacker.open(origin + callback + search)
    return 'attacker'
  },
}

export const attacks: Record<Protection, Attack> = {
  state: foreignAnswer,
  pkce: stolenCode,
  redirect: changedAddress,
}

function stateOf(address: string | null): string | null {
  return address === null ? null : new URL(address).searchParams.get('state')
}

/** The answer of one, with the state that the other's browser waits for. */
function withState(answer: string, begun: string | null): string {
  const url = new URL(answer)
  url.searchParams.set('state', stateOf(begun) ?? '')
  return url.href
}
