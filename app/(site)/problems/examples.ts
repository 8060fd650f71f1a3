import type { Problem } from '@/contracts/problem'
import type { ProblemSlug } from '@/contracts/problems'

type Example = {
  /** The request that was refused. */
  request: string
  detail: string
  /** What this kind of problem carries besides. */
  members?: Pick<Problem, 'errors' | 'allowed'>
  /** Header fields that come with it. */
  headers?: Record<string, string>
  way: { label: string; href: string }
}

const order = { label: 'Order something', href: '/plateful' }
const orders = { label: 'See your orders', href: '/plateful#your-orders' }
const first = { label: 'Go to the first page', href: '/' }

/** One reply of each kind, as the backend words it. */
export const examples: Record<ProblemSlug, Example> = {
  'malformed-request': {
    request: 'GET /api/orders',
    detail: 'The limit is a whole number from 1 to 100.',
    way: first,
  },
  'malformed-json': {
    request: 'POST /api/orders',
    detail:
      'The reading stopped at a character that JSON does not allow there.',
    way: first,
  },
  'malformed-idempotency-key': {
    request: 'POST /api/orders',
    detail: 'An Idempotency-Key is 1 to 255 printable ASCII characters.',
    way: first,
  },
  'not-signed-in': {
    request: 'GET /api/orders',
    detail: 'The token is not one of ours.',
    headers: {
      'WWW-Authenticate': 'Bearer realm="plateful", error="invalid_token"',
    },
    way: order,
  },
  'sandbox-expired': {
    request: 'GET /api/orders',
    detail: 'A sandbox is cleared a day after its last use, and this one was.',
    headers: { 'WWW-Authenticate': 'Bearer realm="plateful"' },
    way: order,
  },
  'bad-signature': {
    request: 'POST /api/webhooks/kitchen',
    detail:
      'The signature or its timestamp does not match. Nothing was printed.',
    way: first,
  },
  'cross-site-write': {
    request: 'POST /api/orders',
    detail: 'This request was sent by a page of another site.',
    way: first,
  },
  'quota-exceeded': {
    request: 'POST /api/orders',
    detail: 'This sandbox may hold no more orders. Start over to empty it.',
    way: { label: 'Start over', href: '/plateful#your-orders' },
  },
  'not-found': {
    request: 'GET /api/orders/ord_000000000000000000000000',
    detail: 'There is no such order in your sandbox.',
    way: orders,
  },
  'trace-not-found': {
    request: 'GET /api/traces/0af7651916cd43dd8448eb211c80319c',
    detail: 'There is no such trace in your sandbox.',
    way: order,
  },
  'method-not-allowed': {
    request: 'PUT /api/orders',
    detail: 'PUT is not among them: GET, HEAD, POST, OPTIONS.',
    headers: { Allow: 'GET, HEAD, POST, OPTIONS' },
    way: first,
  },
  'not-acceptable': {
    request: 'GET /api/orders',
    detail: 'The format there is: application/json.',
    way: first,
  },
  'sold-out': {
    request: 'POST /api/orders',
    detail: 'One portion of Tea-smoked duck cannot be had any more today.',
    way: { label: 'Choose another dish', href: '/plateful' },
  },
  'restaurant-closed': {
    request: 'POST /api/orders',
    detail: 'Second Rise Bakery is closed.',
    way: { label: 'See who is open', href: '/plateful' },
  },
  'illegal-transition': {
    request: 'PATCH /api/orders/ord_9e8f4e1f13355e696f2afa1f',
    detail: 'The order is cooking. From there it goes ready, not to cancelled.',
    members: { allowed: ['ready'] },
    way: orders,
  },
  'request-in-progress': {
    request: 'POST /api/orders',
    detail: 'The first request with this key is not answered yet.',
    way: orders,
  },
  'precondition-failed': {
    request: 'PATCH /api/orders/ord_9e8f4e1f13355e696f2afa1f',
    detail: 'Somebody else moved this order at the same moment.',
    way: orders,
  },
  'body-too-large': {
    request: 'POST /api/orders',
    detail: 'The body may have 16384 bytes at most.',
    way: first,
  },
  'unsupported-media-type': {
    request: 'POST /api/orders',
    detail: 'The body is text/plain.',
    way: first,
  },
  'validation-failed': {
    request: 'POST /api/orders',
    detail: 'One thing is wrong in the body.',
    members: {
      errors: [
        {
          pointer: '/lines/0/quantity',
          detail: 'A whole number from 1 to 50.',
        },
      ],
    },
    way: order,
  },
  'idempotency-key-reused': {
    request: 'POST /api/orders',
    detail:
      'This key already stands for another order. A new order needs a new key.',
    way: order,
  },
  'too-many-requests': {
    request: 'POST /api/orders',
    detail:
      'A sandbox may send 60 orders a minute. The next minute begins in 42 s.',
    headers: { 'Retry-After': '42', RateLimit: '"orders";r=0;t=42' },
    way: orders,
  },
  'too-many-streams': {
    request: 'GET /api/events',
    detail: 'A sandbox may keep 8 event streams open at once.',
    headers: { 'Retry-After': '5' },
    way: orders,
  },
  'internal-error': {
    request: 'POST /api/orders',
    detail: 'The request could not be completed.',
    way: orders,
  },
  busy: {
    request: 'POST /api/orders',
    detail: 'Too many writes are waiting. Nothing was changed.',
    headers: { 'Retry-After': '1' },
    way: order,
  },
  'database-unreachable': {
    request: 'POST /api/orders',
    detail:
      'The database did not answer. Whether anything was changed is not known.',
    way: { label: 'Try again', href: '/plateful' },
  },
  'storage-full': {
    request: 'POST /api/orders',
    detail: 'The disk is full. Nothing was changed, and reading goes on.',
    headers: { 'Retry-After': '30' },
    way: orders,
  },
  'house-full': {
    request: 'POST /api/sandboxes',
    detail: 'As many sandboxes are open as this server keeps. Reading goes on.',
    headers: { 'Retry-After': '600' },
    way: first,
  },
  'not-configured': {
    request: 'POST /api/orders',
    detail: 'The variable AUTH_SECRET is missing.',
    way: first,
  },
}
