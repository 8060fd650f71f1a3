import type { Example } from './example'

const first = { label: 'Go to the first page', href: '/' }

/** What is answered to those who are not who they have to be. */
export const identityExamples: Record<
  | 'unknown-client'
  | 'unknown-redirect'
  | 'not-signed-in'
  | 'wrong-password'
  | 'account-not-made',
  Example
> = {
  'unknown-client': {
    request: 'GET /api/identity/authorize?client_id=mallory',
    detail: 'No such client is registered.',
    way: first,
  },
  'unknown-redirect': {
    request: 'GET /api/identity/authorize?client_id=plateful&redirect_uri=…',
    detail: 'The redirect_uri is not one that this client has registered.',
    way: first,
  },
  'account-not-made': {
    request: 'POST /api/account',
    detail:
      'No account can be made with this address. If it is yours, sign in.',
    way: { label: 'Sign in', href: '/account' },
  },
  'not-signed-in': {
    request: 'GET /api/orders',
    detail: 'The token is not one of ours.',
    headers: {
      'WWW-Authenticate': 'Bearer realm="plateful", error="invalid_token"',
    },
    way: { label: 'Order something', href: '/plateful' },
  },
  'wrong-password': {
    request: 'POST /api/labs/engine/sign-in',
    detail: 'Name and password do not belong together.',
    headers: { 'WWW-Authenticate': 'Bearer realm="plateful"' },
    way: { label: 'Sign in at the lab', href: '/labs/engine' },
  },
}
