import { BrokenContractError } from './api-errors'
import { isRecord } from './read-reply'
import { sandboxHint } from './sandbox-session'
import { sendRequest } from './send-request'
import { withSandbox } from './with-sandbox'

/** A token for the reader's own tools, and when it stops working. */
export type OwnToken = { sandbox: string; token: string; expiresAt: string }

/** Kept as long as the page lives, and nowhere else. */
let kept: OwnToken | null = null
let asking: Promise<OwnToken> | null = null

const soonMs = 60_000

/**
 * The token of this browser's sandbox, which is made if there is none yet.
 * However often it is asked for, one request is under way.
 */
export function ownToken(): Promise<OwnToken> {
  if (kept && isGood(kept)) return Promise.resolve(kept)
  asking ??= withSandbox(makeToken)
    .then((token) => (kept = token))
    .finally(() => {
      asking = null
    })
  return asking
}

function isGood({ sandbox, expiresAt }: OwnToken): boolean {
  return (
    sandbox === sandboxHint()?.id && Date.parse(expiresAt) - Date.now() > soonMs
  )
}

async function makeToken(): Promise<OwnToken> {
  const { body } = await sendRequest('/api/sandboxes/current/token', {
    method: 'POST',
  })
  if (
    !isRecord(body) ||
    typeof body.id !== 'string' ||
    typeof body.token !== 'string' ||
    typeof body.expiresAt !== 'string'
  )
    throw new BrokenContractError('not a token')
  return { sandbox: body.id, token: body.token, expiresAt: body.expiresAt }
}
