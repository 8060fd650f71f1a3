/**
 * What a request may ask to go wrong with itself, as members of its W3C
 * baggage: `baggage: fault.db-slow=800,fault.drop-response=1`. They act in the
 * caller's own sandbox only, on /api/orders and /api/labs; the weather's own one
 * on /api/weather as well.
 */
export const faultRules = {
  'db-slow': {
    most: 10_000,
    meaning:
      'The database answers so many milliseconds late, once; with `;at=save-the-order` in that step, else in the first that asks it something.',
  },
  'db-fail-midway': {
    most: 50,
    meaning:
      'After so many changes of a transaction the next one fails, and all of it is rolled back.',
  },
  'sold-out': {
    most: 1,
    meaning:
      'Between look and order somebody else holds the last portions; they are put back when the request is over.',
  },
  'restaurant-offline': {
    most: 5,
    meaning:
      'So many deliveries of the message find the restaurant closed. The member travels along with the message.',
  },
  'drop-response': {
    most: 1,
    meaning: 'The line is cut in the middle of the response, after the commit.',
  },
  'session-expired': {
    most: 1,
    meaning: 'The check finds that the session ended an hour ago.',
  },
  'weather-down': {
    most: 1,
    meaning:
      'The weather service cannot be reached. Acts on /api/weather as well.',
  },
} as const satisfies Record<string, { most: number; meaning: string }>

export type FaultName = keyof typeof faultRules

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultRules, name)
}

/** On the span that suffers a fault: which one it is, and how much of it. */
export const faultAttributes = {
  name: 'fault.name',
  value: 'fault.value',
} as const

/** Another guest's hand in the trace, where a fault needs one. */
export const rivalSteps = {
  take: 'somebody else takes the rest',
  putBack: 'somebody else puts them back',
} as const

/** What stands before the name in a member of the baggage. */
export const faultPrefix = 'fault.'
