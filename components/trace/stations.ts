import { codeFileOf, type Place, type SpanLike } from './place-of'
import { spanRows, type SpanRow } from './span-rows'

/** The places on the map of Plateful's kitchen. */
export const stationNames = [
  'handler',
  'session',
  'orders',
  'database',
  'outbox',
  'restaurant',
] as const
export type StationName = (typeof stationNames)[number]

export const stations: Record<StationName, { title: string; place: Place }> = {
  handler: { title: 'Route handler', place: 'server' },
  session: { title: 'Session', place: 'auth' },
  orders: { title: 'Orders', place: 'server' },
  database: { title: 'libSQL', place: 'data' },
  outbox: { title: 'Outbox', place: 'server' },
  restaurant: { title: 'Restaurant', place: 'service' },
}

/** A stay at a station: one span, and how deep it lies under the others. */
export type Visit = {
  station: StationName
  name: string
  depth: number
  startMs: number
  endMs: number | null
  isFailed: boolean
}

/** What happened at each station, in the order of the trace. */
export function visitsOf(spans: readonly SpanLike[]): Visit[] {
  const path: SpanRow[] = []
  return spanRows(spans).flatMap((row) => {
    while ((path.at(-1)?.depth ?? -1) >= row.depth) path.pop()
    const station = stationOf(row, path)
    path.push(row)
    if (!station) return []
    const { span, depth, startMs, endMs } = row
    const isFailed = span.status?.code === 'error'
    return [{ station, name: span.name, depth, startMs, endMs, isFailed }]
  })
}

function stationOf(row: SpanRow, path: SpanRow[]): StationName | null {
  const { span, place } = row
  if (place === 'browser' || place === 'network') return null
  if (place === 'data') return 'database'
  if (place === 'service') return 'restaurant'
  if (place === 'auth') return 'session'
  if (span.kind === 'server') return 'handler'
  if (isAboutMessages(span)) return 'outbox'
  return path.some(({ span }) => isAboutMessages(span)) ? 'outbox' : 'orders'
}

function isAboutMessages(span: SpanLike): boolean {
  const file = codeFileOf(span)
  if (span.kind === 'producer') return true
  return file
    ? file.startsWith('server/messages/')
    : span.name.startsWith('deliver ')
}

/** The union of stays that have begun by `atMs`, in milliseconds. */
export function timeSpent(
  visits: readonly Visit[],
  atMs: number | undefined,
): number {
  const until = atMs ?? Infinity
  let spent = 0
  let covered = -Infinity
  const begun = visits.filter(({ startMs }) => startMs <= until)
  for (const { startMs, endMs } of begun.sort(
    (a, b) => a.startMs - b.startMs,
  )) {
    const end = Math.min(endMs ?? until, until)
    if (end === Infinity || end <= covered) continue
    spent += end - Math.max(startMs, covered)
    covered = end
  }
  return spent
}
