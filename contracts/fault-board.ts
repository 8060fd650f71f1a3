/** Where the database is slow: in the step that saves the order. */
export const slowStep = 'save-the-order'
/** The same step of the lab's own door. */
export const slowStepOfLab = 'save-it-without-protection'

/** What has to be true of a shop's books, whatever went wrong on the way. */
export const invariants = {
  whole: 'no order without its lines',
  once: 'no order twice',
  heard: 'no confirmed order that the restaurant never hears of',
  portions: 'portions never negative',
  money: 'money adds up, at the menu’s prices',
  known: 'no order in the name of a session that has ended',
  paced: 'no more orders a minute than the limit allows',
} as const
export type InvariantName = keyof typeof invariants

/** Where the sound way ends for whoever pressed. */
export type SoundEnd = {
  /** The status of each answer that came, in order; null for one that did not. */
  answers: readonly (number | null)[]
  /** How many orders the database holds in the end. */
  kept: 0 | 1
}

export type BoardFault = {
  title: string
  /** What the lever does, in the few letters that there is room for. */
  badge: string
  /** The member of the baggage that arms it, for an order of so many lines. */
  baggage: ((lines: number) => string) | null
  protection: string
  withIt: string
  withoutIt: string
  sound: SoundEnd
  /** The one thing that is no longer true without the protection. */
  breaks: InvariantName
  /** Without it: Plateful itself, asked without a key; or a lab of its own. */
  without: 'key' | 'lab'
}

/** Orders a minute: what Plateful allows unless it is set otherwise. */
export const floodLimit = 60
/** So many requests a flood has. */
export const floodSize = 70

/** A checkout without protection is believed so little of a dish's price. */
export const tamperedMinor = 1

/**
 * The fault board, lever by lever. The words beside the levers are these, and
 * labs/break-it/server/matrix.test.ts holds them to what happens.
 */
export const boardFaults = {
  'slow-database': {
    title: 'Slow database',
    badge: '+2.6 s',
    baggage: () => `fault.db-slow=2600;at=${slowStep}`,
    protection: 'Time limit, then 503',
    withIt:
      'After 2 s the server gives up and says 503. Nothing was kept. The page waits as long as it was told, asks again with the same key, and the order is placed once.',
    withoutIt:
      'Nobody gives up. The guest sees nothing happen and presses again. When the database wakes up, it keeps both orders.',
    sound: { answers: [503, 201], kept: 1 },
    breaks: 'once',
    without: 'lab',
  },
  'failure-midway': {
    title: 'Failure midway',
    badge: 'at lines',
    baggage: (lines) => `fault.db-fail-midway=${lines + 2}`,
    protection: 'One transaction',
    withIt:
      'The order is written, its lines cannot be. The transaction takes everything back: the answer is 500, and the database is as it was before.',
    withoutIt:
      'The portions are gone, and an order stands there without a single line. Nobody ever comes to clean it up.',
    sound: { answers: [500], kept: 0 },
    breaks: 'whole',
    without: 'lab',
  },
  'restaurant-offline': {
    title: 'Restaurant offline',
    badge: '2 tries',
    baggage: () => 'fault.restaurant-offline=2',
    protection: 'Retry from outbox',
    withIt:
      'The order is confirmed at once. Its message stays in the outbox and is sent until the restaurant is back: the third try prints the ticket, once.',
    withoutIt:
      'The restaurant is called once, and nobody answers. The order is confirmed all the same, and the kitchen never hears of it.',
    sound: { answers: [201], kept: 1 },
    breaks: 'heard',
    without: 'lab',
  },
  'click-twice': {
    title: 'Click twice',
    badge: '× 2',
    baggage: null,
    protection: 'Idempotency key',
    withIt:
      'Two requests leave with one key. One of them places the order, the other gets the same answer again.',
    withoutIt:
      'Two requests without a key are two orders. Both are cooked, and both are on the bill.',
    sound: { answers: [201, 201], kept: 1 },
    breaks: 'once',
    without: 'key',
  },
  'response-lost': {
    title: 'Response lost after commit',
    badge: 'line cut',
    baggage: () => 'fault.drop-response=1',
    protection: 'Safe to resend',
    withIt:
      'The order is kept, and its answer never arrives. The page says that it does not know, asks again with the same key, and gets the first answer.',
    withoutIt:
      'The page asks again without a key. To the server that is a new request, and a second order is kept.',
    sound: { answers: [null, 201], kept: 1 },
    breaks: 'once',
    without: 'key',
  },
  'tampered-price': {
    title: 'Tampered price',
    badge: '$0.01',
    baggage: null,
    protection: 'Price from menu',
    withIt:
      'The request names a price of its own. The contract has no place for one: 422, and nothing is kept. What it costs is looked up on the menu.',
    withoutIt:
      'The server believes the page. Each dish is sold for a cent, and the books no longer agree with the menu.',
    sound: { answers: [422], kept: 0 },
    breaks: 'money',
    without: 'lab',
  },
  'expired-session': {
    title: 'Expired session',
    badge: '−1 h',
    baggage: () => 'fault.session-expired=1',
    protection: 'Check on server',
    withIt:
      'The check finds a session that ended an hour ago: 401, before anything else is done. The page has its sandbox confirmed, keeps the basket, asks again, and goes on.',
    withoutIt:
      'The page says who is ordering, and the server asks nobody. The order stands in the name of a guest whose session has ended.',
    sound: { answers: [401, 201], kept: 1 },
    breaks: 'known',
    without: 'lab',
  },
  'sold-out': {
    title: 'Sold out meanwhile',
    badge: 'last one',
    baggage: () => 'fault.sold-out=1',
    protection: 'Guarded update',
    withIt:
      'Between look and order somebody else takes the last portions. The update finds too few of them: 409, and nothing is taken.',
    withoutIt:
      'Two guests look, both see the last portions, and both take them. The shelf holds less than nothing.',
    sound: { answers: [409], kept: 0 },
    breaks: 'portions',
    without: 'lab',
  },
  flood: {
    title: 'Flood',
    badge: `× ${floodSize}`,
    baggage: null,
    protection: 'Rate limit',
    withIt:
      'Seventy requests in a row. Sixty in a minute are served; the others are told 429, and when to come back. With one key, they are one order.',
    withoutIt:
      'Each of them is served and kept, and everybody else waits behind them.',
    sound: { answers: [201, 429], kept: 1 },
    breaks: 'paced',
    without: 'lab',
  },
} as const satisfies Record<string, BoardFault>

export type BoardFaultName = keyof typeof boardFaults

export const boardFaultNames = Object.keys(boardFaults) as BoardFaultName[]

/** The lab's database fails as Plateful's would; all else it lacks anyway. */
export function labBaggage(name: BoardFaultName, lines: number): string | null {
  const member = boardFault(name).baggage?.(lines) ?? ''
  if (!member.startsWith('fault.db-')) return null
  return member.replace(slowStep, slowStepOfLab)
}

/** One lever, with all that is said of it. */
export function boardFault(name: BoardFaultName): BoardFault {
  return boardFaults[name]
}
