import type { Protection } from '@/contracts/oauth-lab-choices'
import { hashOf } from '@/server/identity/hash-of'

/*
 * What a client asks and believes that lacks one protection, which one the
 * reader says. Never do it like this: the sound one is in server/guests.
 */

/**
 * Before PKCE there was state alone. The twin without state is of that time:
 * PKCE would catch the same attack, one step later.
 */
export const hasPkce: Record<Protection, boolean> = {
  state: false,
  pkce: false,
  redirect: true,
}

export type KeptInBrowser = { state: string; verifier: string }

/** What a sign-in is asked for with, besides who asks and where to answer. */
export function protectionsOf(
  leftOut: Protection,
  { state, verifier }: KeptInBrowser,
): Record<string, string> {
  const tied: Record<string, string> = {}
  // The hole: nothing ties the answer to the browser that has asked.
  if (leftOut !== 'state') tied['state'] = state
  // The hole: nothing ties the code to the client that has asked.
  if (hasPkce[leftOut]) {
    tied['code_challenge'] = hashOf(verifier).toString('base64url')
    tied['code_challenge_method'] = 'S256'
  }
  return tied
}

/** Whether an answer belongs to the browser that brings it. */
export function isAnswerOf(
  leftOut: Protection,
  kept: string | null,
  brought: string | undefined,
): boolean {
  if (leftOut === 'state') return true
  return kept !== null && kept === brought
}
