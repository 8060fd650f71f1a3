/** The ways to count that the lab has, the old one last. */
export const countings = [
  'token-bucket',
  'sliding-window',
  'fixed-window',
] as const
export type Counting = (typeof countings)[number]

/** So many a second are let through in the long run. */
export const ratesPerSecond = [1, 2, 4] as const
export type RatePerSecond = (typeof ratesPerSecond)[number]

/** So many may come at once. Divided by the rate it is the window, in seconds. */
export const bursts = [4, 8] as const
export type Burst = (typeof bursts)[number]

export const callers = ['greedy', 'modest'] as const
export type Caller = (typeof callers)[number]

/** Whether each caller has a limit, or both have one between them. */
export const sharings = ['apart', 'together'] as const
export type Sharing = (typeof sharings)[number]

/** The parameter of `RateLimit` that tells the level as a fraction. */
export const levelParameter = 'plateful-level'
