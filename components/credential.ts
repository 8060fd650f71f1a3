import { isEmbedded } from './embedded'

/** Kept as long as the page lives, and nowhere else. */
let token: string | null = null

/**
 * How a request proves whose sandbox it is about: by the cookie, which no
 * script can read. A frame on another site gets none, and a lab in one must not
 * act with a reader's own: there it is a bearer token, and no cookie at all.
 */
export function withCredential(init: RequestInit): RequestInit {
  if (!isEmbedded()) return { credentials: 'same-origin', ...init }
  const headers = new Headers(init.headers)
  if (token !== null && init.credentials !== 'omit')
    headers.set('authorization', `Bearer ${token}`)
  return { ...init, credentials: 'omit', headers }
}

export function keepToken(given: string | null): void {
  token = given
}
