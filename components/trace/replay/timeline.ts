import type { ChartRow } from '../chart'
import { faultOfBar } from '../fault-words'
import type { Place } from '../place-of'
import type { SpanRow } from '../span-rows'

type Timeline = {
  /** What ran in the browser and on the way: above the pass. */
  front: ChartRow[]
  /** What ran behind it. */
  back: ChartRow[]
}

const isFront = (place: Place) => place === 'browser' || place === 'network'

/**
 * Rows for the two sides of the pass, each indented from its own edge. Work
 * that began after its parent had ended stands at the edge again. Linear in
 * the number of rows, however deep they lie.
 */
export function timelineOf(rows: readonly SpanRow[]): Timeline {
  const hasFront = rows.some(({ place }) => isFront(place))
  return {
    front: hasFront ? sideOf(rows, ({ place }) => isFront(place)) : [],
    back: sideOf(rows, ({ place }) => !isFront(place)),
  }
}

type Above = { row: SpanRow; chart: ChartRow | null; depth: number }

function sideOf(
  rows: readonly SpanRow[],
  isHere: (row: SpanRow) => boolean,
): ChartRow[] {
  const side: ChartRow[] = []
  const path: Above[] = []
  for (const row of rows) {
    let above = path[path.length - 1]
    while (above && above.row.depth >= row.depth) {
      path.pop()
      above = path[path.length - 1]
    }
    const isLater =
      above !== undefined &&
      above.row.endMs !== null &&
      row.startMs > above.row.endMs
    const depth = !above || isLater ? 0 : above.depth
    if (!isHere(row)) {
      path.push({ row, chart: null, depth })
      continue
    }
    if (above?.chart && !isLater) above.chart.isGroup = true
    const chart = chartRow(row, depth)
    side.push(chart)
    path.push({ row, chart, depth: depth + 1 })
  }
  return side
}

const none: ChartRow['bits'] = []

function chartRow(row: SpanRow, depth: number): ChartRow {
  const { span, place, startMs, endMs } = row
  return {
    id: span.spanId,
    name: span.name,
    place,
    startMs,
    endMs,
    isFailed: span.status?.code === 'error',
    fault: faultOfBar(span),
    depth,
    isGroup: false,
    bits: none,
  }
}
