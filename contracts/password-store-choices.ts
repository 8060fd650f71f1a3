/** What one slow hash costs, as a power of two: N of scrypt (RFC 7914). */
export const costs = [10, 11, 12, 13, 14, 15] as const
export type Cost = (typeof costs)[number]

/** With this one, and the two below, this site hashes its own accounts. */
export const siteCost: Cost = 15
export const blockSize = 8
export const passes = 3

/** So long a guesser of the lab may work at each kind of hash. */
export const guessBudgetMs = 300

export const longestPassword = 64
