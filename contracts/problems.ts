/**
 * Every problem this backend can answer with (RFC 9457). The slug is the last
 * part of the problem's type, and of the page that explains it.
 */
export const problems = {
  'malformed-request': {
    status: 400,
    title: 'The request could not be read',
    help: 'Something in the request is not written the way HTTP or JSON asks for. Look at the detail, mend it, and send it again.',
  },
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    help: 'A bracket, a quotation mark or a comma is missing somewhere. The detail says where the reading stopped.',
  },
  'malformed-idempotency-key': {
    status: 400,
    title: 'The idempotency key cannot be used',
    help: 'An Idempotency-Key is 1 to 255 printable ASCII characters. A random UUID is a good one.',
  },
  'unknown-client': {
    status: 400,
    title: 'The identity provider does not know this client',
    help: 'A site that sends people here to sign in has to be registered first. Nobody is sent back to an address that nobody vouches for.',
  },
  'unknown-redirect': {
    status: 400,
    title: 'The client has not registered this address',
    help: 'The address to come back to has to be one of the client’s own, letter by letter. Otherwise a code could be sent to whoever wrote the link, so nobody is sent anywhere.',
  },
  'not-signed-in': {
    status: 401,
    title: 'The credentials are not valid',
    help: 'The token was changed, is too old, or was made elsewhere. Ask for a new sandbox with POST /api/sandboxes.',
  },
  'wrong-password': {
    status: 401,
    title: 'The name or the password is not right',
    help: 'Which of the two it is nobody is told: that would help whoever is guessing. Try again, and mind capitals and spaces.',
  },
  'sandbox-expired': {
    status: 401,
    title: 'This sandbox has expired',
    help: 'A sandbox is kept for a day after its last use, then everything in it is removed. A new one is made in one click.',
  },
  'place-ended': {
    status: 401,
    title: 'Your place here has ended',
    help: 'You had joined a sandbox that somebody else opened. Its owner has shown you out, or the class is over. You can open a sandbox of your own, or be invited again.',
  },
  'bad-signature': {
    status: 401,
    title: 'The webhook is not signed by Plateful',
    help: 'The signature does not match the body, or the timestamp is too far from now. The kitchen prints only what it can verify.',
  },
  'cross-site-write': {
    status: 403,
    title: 'A write from another site is refused',
    help: 'A browser sent this request from a page of another site, with your cookie on it. That is how cross-site request forgery works, so it is refused. Use a bearer token to call from elsewhere.',
  },
  'not-your-part': {
    status: 403,
    title: 'This is another’s part',
    help: 'You joined a sandbox that somebody else opened, in one part: guest, kitchen or courier. What belongs to another part is refused, and so is what only the owner may do.',
  },
  'quota-exceeded': {
    status: 403,
    title: 'This sandbox is full',
    help: 'Each sandbox may hold a fixed number of orders, rows and bytes. Start over to empty it.',
  },
  'share-quota-exceeded': {
    status: 403,
    title: 'Enough is shared from this sandbox',
    help: 'A shared trace outlives its sandbox, so each sandbox may share only a few. Take one back, then share another.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    help: 'Either it never existed, or it belongs to somebody else. Both look the same from outside, on purpose.',
  },
  'trace-not-found': {
    status: 404,
    title: 'No such trace in your sandbox',
    help: 'Traces are kept as long as their sandbox, a day after its last use, and the oldest make room for new ones. Place an order to record a new one.',
  },
  'shared-trace-not-found': {
    status: 404,
    title: 'Nothing is shared under this address',
    help: 'Whoever shared the trace took it back, or nobody has looked at it for three months and it was cleared, or the link has a slip in it.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    help: 'The Allow header names the methods that it does take.',
  },
  'not-acceptable': {
    status: 406,
    title: 'That format is not offered',
    help: 'The detail names the formats there are.',
  },
  'sold-out': {
    status: 409,
    title: 'Not enough portions are left',
    help: 'Somebody took the last portion before this order was saved. Nothing of the order was kept. Choose another dish, or fewer of this one.',
  },
  'restaurant-closed': {
    status: 409,
    title: 'The restaurant is closed',
    help: 'The kitchen keeps its own hours, in its own time zone. At least three other restaurants are open now.',
  },
  'account-not-made': {
    status: 409,
    title: 'This account cannot be made',
    help: 'If the address is yours, sign in with it. Nothing is ever sent to an address here, so nobody can be asked.',
  },
  'illegal-transition': {
    status: 409,
    title: 'The order cannot go there from here',
    help: 'An order moves along a fixed set of steps. The member "allowed" lists where it can go now.',
  },
  'request-in-progress': {
    status: 409,
    title: 'The same request is still running',
    help: 'A request with this Idempotency-Key has not been answered yet. Wait a moment and send it again.',
  },
  'already-yours': {
    status: 409,
    title: 'This sandbox is your own',
    help: 'The code opens a sandbox that this very browser has opened, and in which it plays every part. As a member it would lose that. Use the code in another browser, a private window, or on a phone.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It has changed since you read it',
    help: 'The If-Match header names a version that is no longer the current one. Read it again, then decide.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    help: 'An order fits in 16 KiB many times over. The reading stopped at the limit.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body has to be JSON',
    help: 'Send Content-Type: application/json.',
  },
  'validation-failed': {
    status: 422,
    title: 'The request is not valid',
    help: 'The body is well-formed JSON, and something in it is not what this door expects. Each entry of "errors" points to one place.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This idempotency key was used for another request',
    help: 'A key stands for one request. A different order needs a new key.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    help: 'Every sandbox may send a fixed number of requests a minute. Retry-After says how many seconds to wait.',
  },
  'too-many-streams': {
    status: 429,
    title: 'Too many open event streams',
    help: 'A sandbox may keep a few event streams open at once. Close one, then open another.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong on our side',
    help: 'The cause is recorded in the trace; the reply does not carry it. Sending the same request with the same Idempotency-Key again is safe.',
  },
  'not-on-this-platform': {
    status: 501,
    title: 'Not where this deployment runs',
    help: 'Some labs need what a server of one’s own has and a platform of functions has not, such as a process to start and to kill. They show a recorded run instead. Started with npm start, the site runs them live.',
  },
  busy: {
    status: 503,
    title: 'The database is busy',
    help: 'Too many writes are waiting in line, or another process holds the database for itself. Nothing was changed. Try again in a moment.',
  },
  'database-unreachable': {
    status: 503,
    title: 'The database does not answer',
    help: 'The backend runs, and the way to its database is broken. Whether the request changed anything is not known. Sending it again with the same Idempotency-Key is safe.',
  },
  'database-too-slow': {
    status: 503,
    title: 'The database took too long',
    help: 'The backend waits for its database only so long, and then gives up rather than keep everybody waiting. Nothing was kept. Send the request again after a moment, with the same Idempotency-Key.',
  },
  'restaurant-offline': {
    status: 503,
    title: 'The restaurant does not answer',
    help: 'The restaurant’s own door is closed for the moment. Plateful keeps the message in its outbox and sends it again until it is taken.',
  },
  'weather-unknown': {
    status: 503,
    title: 'The weather is not known',
    help: 'The weather comes from somebody else’s service. It gave no usable answer in time, or nobody asks it for the moment because it failed too often, and nothing recent is kept. Nothing else of Plateful waits for it.',
  },
  'storage-full': {
    status: 503,
    title: 'There is no room to write',
    help: 'The disk is full, so nothing new can be kept. Reading goes on. Nothing was changed.',
  },
  'lab-busy': {
    status: 503,
    title: 'This lab is taken for the moment',
    help: 'What this lab does is heavy, so a server does it for two readers at a time. Nothing was begun. Retry-After says how many seconds to wait.',
  },
  'house-full': {
    status: 503,
    title: 'Every table is taken',
    help: 'As many sandboxes are open as this server keeps. Unused ones are cleared after a day; the pages can be read meanwhile.',
  },
  'no-room-to-share': {
    status: 503,
    title: 'The shelf of shared traces is full',
    help: 'As many shared traces are kept as this server has room for, and none is dropped for a new one. Take the trace home as a file meanwhile.',
  },
  'not-configured': {
    status: 503,
    title: 'This deployment is not set up yet',
    help: 'A variable that the backend needs is missing. The detail names it.',
  },
} as const satisfies Record<
  string,
  { status: number; title: string; help: string }
>

export type ProblemSlug = keyof typeof problems
