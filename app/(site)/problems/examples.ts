import type { ProblemSlug } from '@/contracts/problems'
import { first, order, orders, type Example } from './example'
import { identityExamples } from './identity-examples'

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
  ...identityExamples,
  'sandbox-expired': {
    request: 'GET /api/orders',
    detail: 'A sandbox is cleared a day after its last use, and this one was.',
    headers: { 'WWW-Authenticate': 'Bearer realm="plateful"' },
    way: order,
  },
  'place-ended': {
    request: 'GET /api/orders',
    detail:
      'This place in somebody’s sandbox has ended. Its owner can invite again.',
    headers: { 'WWW-Authenticate': 'Bearer realm="plateful"' },
    way: { label: 'Type another code', href: '/join' },
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
  'not-your-part': {
    request: 'PATCH /api/orders/ord_6f1d0c2b9e8a47f3a1b2c3d4',
    detail:
      'You joined this sandbox as guest, and this is for the kitchen to do.',
    way: first,
  },
  'already-yours': {
    request: 'POST /api/joins',
    detail: 'This browser has opened that sandbox itself. Nothing was used up.',
    way: { label: 'Go on in Plateful', href: '/plateful' },
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
    detail: 'The limit is 60 orders a minute. Wait 42 s.',
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
  'database-too-slow': {
    request: 'POST /api/orders',
    detail:
      'The database took longer than there was time for. Nothing was kept.',
    headers: { 'Retry-After': '1' },
    way: { label: 'Try again', href: '/plateful' },
  },
  'restaurant-offline': {
    request: 'POST /api/webhooks/kitchen',
    detail: 'The restaurant’s door is closed. Nothing was printed.',
    headers: { 'Retry-After': '2' },
    way: orders,
  },
  'database-unreachable': {
    request: 'POST /api/orders',
    detail:
      'The database did not answer. Whether anything was changed is not known.',
    way: { label: 'Try again', href: '/plateful' },
  },
  'weather-unknown': {
    request: 'GET /api/weather?latitude=52.5&longitude=13.4',
    detail:
      'The weather service gave no usable answer, and nothing recent is kept.',
    members: { freshness: 'unknown' },
    headers: { 'Retry-After': '30' },
    way: first,
  },
  'storage-full': {
    request: 'POST /api/orders',
    detail: 'The disk is full. Nothing was changed, and reading goes on.',
    headers: { 'Retry-After': '30' },
    way: orders,
  },
  'not-on-this-platform': {
    request: 'POST /api/labs/power-cut',
    detail:
      'This deployment runs as functions, which may start no process to kill.',
    way: first,
  },
  'lab-busy': {
    request: 'POST /api/labs/last-portion/races',
    detail: 'Two readers are running this now, and that is as many as may.',
    headers: { 'Retry-After': '2' },
    way: first,
  },
  'house-full': {
    request: 'POST /api/sandboxes',
    detail: 'As many sandboxes are open as this server keeps. Reading goes on.',
    headers: { 'Retry-After': '600' },
    way: first,
  },
  'share-quota-exceeded': {
    request: 'POST /api/traces/4bf92f3577b34da6a3ce929d0e0e4736/share',
    detail: '20 traces are shared from this sandbox. Take one back first.',
    way: { label: 'See your traces', href: '/trace' },
  },
  'no-room-to-share': {
    request: 'POST /api/traces/4bf92f3577b34da6a3ce929d0e0e4736/share',
    detail: 'As many copies are kept as this server has room for.',
    headers: { 'Retry-After': '3600' },
    way: { label: 'See your traces', href: '/trace' },
  },
  'shared-trace-not-found': {
    request: 'GET /api/shared/shr_0123456789abcdef0123456789abcdef',
    detail: 'Nothing is shared under this id.',
    way: order,
  },
  'not-configured': {
    request: 'POST /api/orders',
    detail: 'The variable AUTH_SECRET is missing.',
    way: first,
  },
}
