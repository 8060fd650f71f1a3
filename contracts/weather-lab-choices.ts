/** How the lab's own weather service behaves, as the reader chooses. */
export const behaviours = [
  'well',
  'slow',
  'stumbling',
  'broken',
  'down',
] as const
export type Behaviour = (typeof behaviours)[number]

/** What our backend protects itself with. */
export const protections = ['timeLimit', 'retry', 'cache', 'breaker'] as const
export type Protection = (typeof protections)[number]

/** So many guests look, one after the other. */
export const guestsAtTheirPhones = 5

/** What the lab's slow service lets everybody wait. */
export const slowMs = 2_000
