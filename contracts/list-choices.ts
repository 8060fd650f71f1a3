export const orderCounts = [1, 10, 50] as const
/** How far away the database is to be, in milliseconds. */
export const delaysMs = [0, 1, 5, 20] as const
export const listWays = ['one-by-one', 'joined'] as const
export type ListWay = (typeof listWays)[number]
