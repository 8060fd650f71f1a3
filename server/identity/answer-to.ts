import { issuer } from './issuer'

type Answer = Record<string, string | null>

/**
 * The address that takes an answer back to a client. It names who answers
 * (`iss`, RFC 9207), so that a client of two providers is not mixed up by one.
 */
export function answerTo(redirectUri: string, answer: Answer): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries({ ...answer, iss: issuer }))
    if (value !== null) url.searchParams.append(name, value)
  return url.href
}
