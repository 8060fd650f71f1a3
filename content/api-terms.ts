import type { GlossaryEntry } from './glossary-entry'

/** The terms that the chapter about APIs introduces. */
export const apiTerms = {
  api: {
    name: 'API (application programming interface)',
    says: 'What one program may ask of another, in which words, and what comes back. Who calls it need not know how the answer comes about.',
    chapter: 'apis',
    lab: 'weather',
  },
  'time-limit': {
    name: 'Time limit',
    also: ['time limits', 'timeout', 'timeouts'],
    says: 'How long a caller waits for an answer. When it is over the answer is given up, and nobody knows whether the request was carried out.',
    chapter: 'apis',
    lab: 'weather',
  },
  'circuit-breaker': {
    name: 'Circuit breaker',
    also: ['circuit breakers'],
    says: 'A switch in front of a service that others run. After some failures in a row it opens, and for a while nobody asks; then one request is let through to see how things stand.',
    chapter: 'apis',
    lab: 'weather',
  },
  cache: {
    name: 'Cache',
    also: ['caches', 'cached'],
    says: 'A copy that is kept near, because asking far costs time or money. It has an age, and somebody has to decide up to which age it is good.',
    chapter: 'apis',
    lab: 'weather',
  },
  resource: {
    name: 'Resource (of the Web)',
    says: 'A thing with an address of its own: this menu, that order, the list of all your orders. What is sent of it is a picture of its present state.',
    chapter: 'apis',
    lab: 'rest-explorer',
  },
  rest: {
    name: 'REST (representational state transfer)',
    says: 'The style of the Web: named things, the same few methods for all of them, and replies that carry the ways on. Described by Roy Fielding in 2000.',
    chapter: 'apis',
    lab: 'rest-explorer',
  },
  etag: {
    name: 'ETag',
    also: ['ETags'],
    says: 'A header field with a fingerprint of a version. With If-None-Match a reader says which version they have, and with If-Match for which version a change is meant.',
    chapter: 'apis',
    lab: 'rest-explorer',
  },
  cursor: {
    name: 'Cursor (of a list)',
    says: 'A bookmark in a long list: it names the last thing that was shown, and the next page begins after it, whatever has been added meanwhile.',
    chapter: 'apis',
    lab: 'rest-explorer',
  },
  graphql: {
    name: 'GraphQL',
    says: 'A language for questions that have the shape of their answers, and a typed list of all that may stand in one. Everything is asked at one address.',
    chapter: 'apis',
    lab: 'rest-or-graphql',
  },
  webhook: {
    name: 'Webhook',
    also: ['webhooks'],
    says: 'An HTTP request that one server sends to another to tell that something happened. The receiver has given its address beforehand, and checks a signature.',
    chapter: 'apis',
    lab: 'webhook',
  },
  signature: {
    name: 'Signature (of a message)',
    says: 'A number worked out from a message and a secret. Whoever has the secret can tell whether a single letter was changed. It hides nothing.',
    chapter: 'apis',
    lab: 'webhook',
  },
  contract: {
    name: 'Contract (of an API)',
    says: 'A document that says what may be asked and what comes back, to the last field and type, so that a machine can hold both sides to it. For HTTP it is mostly written in OpenAPI.',
    chapter: 'apis',
    lab: 'break-the-contract',
  },
  'breaking-change': {
    name: 'Breaking change',
    also: ['breaking changes'],
    says: 'A change of a contract after which a client that was right before is wrong: something it reads is gone or different, or something it does not send is demanded.',
    chapter: 'apis',
    lab: 'break-the-contract',
  },
} as const satisfies Record<string, GlossaryEntry>
