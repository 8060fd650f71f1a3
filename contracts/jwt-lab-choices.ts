/** The two formats in which an API token can be written. */
export const tokenFormats = ['jwt', 'paseto'] as const
export type TokenFormat = (typeof tokenFormats)[number]

/** What was done to a token before it is sent. */
export const tokenDeeds = [
  'genuine',
  'longer',
  'neighbour',
  'none',
  'own-key',
  'confused',
  'cut',
  'expired',
  'audience',
  'type',
] as const
export type TokenDeed = (typeof tokenDeeds)[number]

/** A token of the lab is good for so long, and no longer. */
export const specimenMinutes = 15

/** No token of ours is nearly so long. */
export const longestToken = 4_000
