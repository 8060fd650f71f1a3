/** How a request is served: by waiting, by computing, or in a thread. */
export const servingWays = ['wait', 'compute', 'thread'] as const
export type ServingWay = (typeof servingWays)[number]

/** So many requests a run may have. */
export const mostRequests = 24
/** So long the handler that waits is kept waiting by its timer. */
export const waitMs = 200
