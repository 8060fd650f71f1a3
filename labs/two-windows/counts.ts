/** Where a count can be kept, from the nearest place to the furthest. */
export const keepers = ['memory', 'storage', 'server'] as const
export type Keeper = (typeof keepers)[number]

/** What a window shows; null where it does not know yet. */
export type Counts = Record<Keeper, number | null>

/** What a window tells the page around it. */
export type Told = {
  from: 'counter-window'
  counts: Counts
  /** Whether this comes of a press, and not of looking. */
  isPress: boolean
  /** The trace of the request that counted it. */
  traceId: string | null
}

export const keeperNames: Record<Keeper, string> = {
  memory: 'In this page’s memory',
  storage: 'In this browser’s storage',
  server: 'On the server',
}

/** Where the browser keeps its count for all pages of this site. */
export const storageKey = 'back-of-house.two-windows'

export function isTold(value: unknown): value is Told {
  return (
    typeof value === 'object' &&
    value !== null &&
    'from' in value &&
    value.from === 'counter-window'
  )
}
