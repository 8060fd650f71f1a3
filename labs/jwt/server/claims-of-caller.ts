import { specimenMinutes } from '@/contracts/jwt-lab-choices'
import type { Guest } from '@/server/guests/require-guest'
import { readCredential } from '@/server/sandbox/credentials'
import type { TokenClaims } from '@/server/sandbox/token-claims'

const lifeMs = specimenMinutes * 60_000

/** What a token of the lab says, and when it ends (ms since 1970). */
export type Draft = { claims: TokenClaims; expiresAt: number }

/**
 * What a guest's own token says. It lasts a quarter of an hour, and never
 * longer than what the guest has shown: a token makes no longer one.
 */
export async function claimsOfCaller(
  { headers }: Request,
  { sandbox }: Guest,
): Promise<Draft> {
  const shown = await readCredential(headers)
  const end = Date.now() + lifeMs
  if (shown.kind === 'none') {
    const claims = { sandboxId: sandbox, memberId: null, sessionId: null }
    return { claims, expiresAt: end }
  }
  const { sandboxId, memberId, sessionId } = shown
  const claims = { sandboxId, memberId, sessionId }
  return { claims, expiresAt: Math.min(shown.expiresAt, end) }
}
