/** How many orders the searched table can hold. */
export const tableSizes = [1_000, 10_000, 100_000] as const
export type TableSize = (typeof tableSizes)[number]

/** So often each way is measured, and never longer than this. */
export const runsEach = 200
export const longestMs = 4_000

/** So many orders are written with one statement, and so often. */
export const writesEach = { orders: 1_000, runs: 20 } as const
