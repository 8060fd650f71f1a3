import type { GlossaryEntry } from './glossary-entry'

/** The terms that the chapter about authentication and security introduces. */
export const securityTerms = {
  authentication: {
    name: 'Authentication',
    says: 'Showing that one is who one says: by something one knows, has or is, or by the word of somebody trusted. Its failure is a 401.',
    chapter: 'security',
    lab: 'who-may',
  },
  authorization: {
    name: 'Authorization',
    says: 'Deciding whether somebody, whoever they are, may do this very thing. Its failure is a 403, or a 404 where even the thing’s being there is nobody’s business.',
    chapter: 'security',
    lab: 'who-may',
  },
  hash: {
    name: 'Hash (of a text)',
    says: 'A number of fixed length that a function works out from a text: always the same for the same text, another for any other, with no way back. It is no encryption, and there is nothing in it to decrypt.',
    chapter: 'security',
    lab: 'password-store',
  },
  salt: {
    name: 'Salt',
    also: ['salts', 'salted'],
    says: 'Random bytes that are hashed together with a password and kept beside the hash, different for each guest. Equal passwords then have different hashes, and every row has to be guessed for itself.',
    chapter: 'security',
    lab: 'password-store',
  },
  'password-hash': {
    name: 'Password hash',
    also: ['password hashes'],
    says: 'A hash that is slow and hungry for memory on purpose, by a factor that can be set: scrypt, Argon2id, bcrypt. One check costs little, a billion guesses cost a billion times as much.',
    chapter: 'security',
    lab: 'password-store',
  },
  token: {
    name: 'Token (of access)',
    says: 'A text that whoever brings it is let in by. It either names a row on the server, or carries a signed statement that the server believes without looking anything up.',
    chapter: 'security',
    lab: 'session-or-token',
  },
  jwt: {
    name: 'JSON Web Token',
    also: ['JWT', 'JWTs'],
    says: 'A token of three parts: a header, claims in JSON, and a signature over both. The first two are encoded and not encrypted; anybody can read them. Described in RFC 7519, how to use it safely in RFC 8725.',
    chapter: 'security',
    lab: 'jwt',
  },
  oauth: {
    name: 'OAuth',
    says: 'A procedure by which a program gets a limited permission from a server, with the consent of a person and without their password. Today’s advice on it is RFC 9700.',
    chapter: 'security',
    lab: 'oauth',
  },
  'authorization-code': {
    name: 'Authorization code',
    says: 'What the browser carries back from the identity provider in OAuth: a short-lived text, good once, which the program exchanges for a token behind the browser’s back.',
    chapter: 'security',
    lab: 'oauth',
  },
  'openid-connect': {
    name: 'OpenID Connect',
    says: 'A layer on OAuth with which to sign in: besides permission, the program gets a signed statement of who the person is.',
    chapter: 'security',
    lab: 'oauth',
  },
  pkce: {
    name: 'PKCE',
    says: 'Proof Key for Code Exchange, RFC 7636: the program sends the hash of a secret at the start and the secret itself at the end, so that a code that was read on the way is worth nothing to the thief.',
    chapter: 'security',
    lab: 'oauth',
  },
  xss: {
    name: 'Cross-site scripting',
    also: ['XSS'],
    says: 'Text from one visitor that becomes part of a page as markup, so that a script in it runs for other visitors with the page’s own rights.',
    chapter: 'security',
    lab: 'xss',
  },
  csp: {
    name: 'Content security policy',
    also: ['CSP'],
    says: 'A header that tells the browser what a page may load and which scripts may run in it. Whatever is not named does not run, even if it got into the page.',
    chapter: 'security',
    lab: 'xss',
  },
  csrf: {
    name: 'Cross-site request forgery',
    also: ['CSRF'],
    says: 'A request that another site’s page makes the visitor’s browser send, with the visitor’s cookies. SameSite cookies and a look at Origin or Sec-Fetch-Site stop it.',
    chapter: 'security',
    lab: 'csrf',
  },
  encryption: {
    name: 'Encryption',
    says: 'Turning a text into bytes that nobody can read without a key, and back with it. Methods of today, such as AES-GCM, also notice if a single bit was changed.',
    chapter: 'security',
    lab: 'encrypt',
  },
  'rate-limit': {
    name: 'Rate limit',
    also: ['rate limits', 'rate limiting'],
    says: 'How often a client may ask in a given time. Whoever asks more often is answered 429, with the seconds to wait in Retry-After.',
    chapter: 'security',
    lab: 'rate-limit',
  },
  'token-bucket': {
    name: 'Token bucket',
    says: 'A way to count for a rate limit: a bucket fills at a steady pace up to its brim, and each request takes one out. Short bursts pass, a lasting flood does not.',
    chapter: 'security',
    lab: 'rate-limit',
  },
} as const satisfies Record<string, GlossaryEntry>
