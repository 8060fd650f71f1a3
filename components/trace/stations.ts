import type { Place } from './place-of'
import type { SpanRow } from './span-rows'

/** A picture of who works where. A lab with another cast brings its own. */
export type MapLayout = {
  /** The size of the picture, in its own units. */
  width: number
  height: number
  stations: readonly Station[]
  /** A wire is drawn in the colour of the station that it leads to. */
  wires: readonly { to: string; path: string }[]
  /** Where a span is at work, given the rows above it; null when off the map. */
  stationOf: (row: SpanRow, above: readonly SpanRow[]) => string | null
}

export type Station = {
  name: string
  title: string
  place: Place
  x: number
  y: number
  width: number
}

/** A stay at a station: one span, and how deep it lies under the others. */
export type Visit = {
  station: string
  name: string
  depth: number
  startMs: number
  endMs: number | null
  isFailed: boolean
}

/** What happened at each station, in the order of the trace. */
export function visitsOf(
  rows: readonly SpanRow[],
  { stationOf }: MapLayout,
): Visit[] {
  const above: SpanRow[] = []
  return rows.flatMap((row) => {
    while ((above.at(-1)?.depth ?? -1) >= row.depth) above.pop()
    const station = stationOf(row, above)
    above.push(row)
    if (station === null) return []
    const { span, depth, startMs, endMs } = row
    const isFailed = span.status?.code === 'error'
    return [{ station, name: span.name, depth, startMs, endMs, isFailed }]
  })
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
