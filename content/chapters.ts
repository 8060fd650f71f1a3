/** A place where the chapter's labs run. The order is that of the columns. */
export const chapterPlaces = [
  'browser',
  'network',
  'server',
  'data',
  'service',
  'auth',
] as const
export type ChapterPlace = (typeof chapterPlaces)[number]

export type Chapter = {
  slug: string
  title: string
  /** One line for the contents. */
  line: string
  places: readonly ChapterPlace[]
  /** A chapter is linked once it can be read. */
  isOpen: boolean
  /** The day on which it could first be read: `2026-11-26`. */
  since?: string
}

/** The chapters, in the order in which they are read. */
export const chapters: readonly Chapter[] = [
  {
    slug: 'what-a-backend-is',
    title: 'What a backend is',
    line: 'What happens between the click and the answer, and why it cannot live in the browser.',
    places: ['browser', 'network', 'server', 'data'],
    isOpen: true,
    since: '2026-11-26',
  },
  {
    slug: 'servers',
    title: 'Servers: the waiter',
    line: 'Requests and replies, and what one slow handler does to everybody else.',
    places: ['network', 'server'],
    isOpen: true,
    since: '2026-11-26',
  },
  {
    slug: 'databases',
    title: 'Databases: the filing cabinet',
    line: 'Tables, indexes, transactions, and the power cut that tests them.',
    places: ['server', 'data'],
    isOpen: true,
    since: '2026-11-26',
  },
  {
    slug: 'apis',
    title: 'APIs: the messengers',
    line: 'Contracts, REST and GraphQL, and a weather service that may be down.',
    places: ['network', 'server', 'service'],
    isOpen: true,
    since: '2026-11-26',
  },
  {
    slug: 'security',
    title: 'Authentication and security: the door',
    line: 'Passwords, sessions, tokens, and the usual attacks, each one tried.',
    places: ['browser', 'server', 'data', 'auth'],
    isOpen: true,
    since: '2026-11-26',
  },
  {
    slug: 'the-order',
    title: 'Frontend and backend together: the order',
    line: 'The whole journey of one order, on three screens, with a fault board over it.',
    places: ['browser', 'network', 'server', 'data', 'service', 'auth'],
    isOpen: true,
    since: '2026-11-26',
  },
  {
    slug: 'languages-and-frameworks',
    title: 'Languages and frameworks',
    line: 'One contract, the same endpoint in Node.js, Python, Java, Ruby and PHP.',
    places: ['server'],
    isOpen: false,
  },
  {
    slug: 'why-it-matters',
    title: 'Why it matters',
    line: 'Business logic, managing data, security and scale, on what you have seen.',
    places: ['server', 'data', 'service'],
    isOpen: false,
  },
  {
    slug: 'getting-started',
    title: 'Getting started',
    line: 'Write a first API, follow a path, put it on a machine of your own.',
    places: ['network', 'server', 'data'],
    isOpen: false,
  },
]

/** Shorter articles on single questions, each with a lab of its own. */
export const deepDives: readonly Omit<Chapter, 'places'>[] = [
  {
    slug: 'optimisation-mistakes',
    title: 'Mistakes in backend optimisation',
    line: 'Measure first, then change one thing.',
    isOpen: false,
  },
  {
    slug: 'faster-apis',
    title: 'Faster APIs: seven levers',
    line: 'Compression, caching, paging, batching and more, each measured.',
    isOpen: false,
  },
  {
    slug: 'finding-the-bottleneck',
    title: 'Finding the bottleneck',
    line: 'Three slow traces: find the cause of each.',
    isOpen: false,
  },
  {
    slug: 'tools-that-scale',
    title: 'Tools for scalable backends',
    line: 'A map of what exists, by the problem it solves.',
    isOpen: false,
  },
  {
    slug: 'scalable-components',
    title: 'Components of a scalable backend',
    line: 'Assemble one, part by part, under load.',
    isOpen: false,
  },
  {
    slug: 'architecture-mistakes',
    title: 'Mistakes in backend architecture',
    line: 'Untangle a drawing, and see what broke in it.',
    isOpen: false,
  },
  {
    slug: 'scalable-architecture',
    title: 'Seven rules of scalable architecture',
    line: 'From one visitor to ten thousand.',
    isOpen: false,
  },
  {
    slug: 'jwt-or-paseto',
    title: 'JWT or PASETO',
    line: 'Two tokens, the same claims.',
    isOpen: false,
  },
  {
    slug: 'rate-limiting',
    title: 'Rate limiting and abuse prevention in Node.js',
    line: 'A bucket you can empty by hand.',
    isOpen: false,
  },
  {
    slug: 'promise-question',
    title: 'The Promise interview question',
    line: 'Predict the order of the log, then step through it.',
    isOpen: false,
  },
  {
    slug: 'when-jwt-is-wrong',
    title: 'When JWT is the wrong choice',
    line: 'Try to log somebody out.',
    isOpen: false,
  },
  {
    slug: 'productive-engineers',
    title: 'Working habits of productive engineers',
    line: 'The time from an edit to a known result.',
    isOpen: false,
  },
  {
    slug: 'package-json-mistakes',
    title: 'Mistakes in package.json',
    line: 'Paste yours, get findings with reasons.',
    isOpen: false,
  },
]
