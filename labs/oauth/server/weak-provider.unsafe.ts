import { timingSafeEqual } from 'node:crypto'
import type { Protection } from '@/contracts/oauth-lab-choices'
import { hashOf } from '@/server/identity/hash-of'
import { hasPkce } from './weak-client.unsafe'

/*
 * What an identity provider believes that lacks one protection, which one the
 * reader says. Never do it like this: the sound one is in server/identity.
 */

/** Whether an answer may go to an address. */
export function mayAnswerTo(
  leftOut: Protection,
  wanted: string,
  registered: string,
): boolean {
  // The hole: whatever begins like the right address will do.
  if (leftOut === 'redirect') return wanted.startsWith(houseOf(registered))
  return wanted === registered
}

/** An address without its last part. */
function houseOf(address: string): string {
  return address.slice(0, address.lastIndexOf('/') + 1)
}

type Kept = { codeChallenge: string | null; redirectUri: string }
type Brought = { code_verifier?: string; redirect_uri?: string }

/** Why a code is not taken from whoever brings it; null when it is. */
export function faultOfCode(
  leftOut: Protection,
  kept: Kept,
  brought: Brought,
): string | null {
  const isSame = kept.redirectUri === brought.redirect_uri
  if (leftOut !== 'redirect' && !isSame)
    return 'The redirect_uri is not the one of the request.'
  // The hole: without PKCE whoever has the code is believed.
  if (!hasPkce[leftOut]) return null
  return fits(kept.codeChallenge, brought.code_verifier)
    ? null
    : 'The code_verifier does not fit the code_challenge.'
}

function fits(challenge: string | null, verifier = ''): boolean {
  const kept = Buffer.from(challenge ?? '', 'base64url')
  const made = hashOf(verifier)
  return kept.length === made.length && timingSafeEqual(kept, made)
}
