import { bin, max, quantileSorted } from 'd3-array'
import type { Axis } from './axis'

export type Bin = {
  from: number
  to: number
  /** Where it stands on the axis, from 0 to 1. */
  left: number
  right: number
  /** How many values of each series fall into it. */
  counts: number[]
}

/**
 * The values of every series, counted in the same bins: equally wide on the
 * axis, whichever kind it is. No value is left out; what lies outside the axis
 * is counted in the bin at its end.
 */
export function binsOf(
  series: readonly (readonly number[])[],
  axis: Axis,
  wanted = 30,
): Bin[] {
  const edges = Array.from({ length: wanted + 1 }, (_, at) => at / wanted)
  const counts = series.map((values) =>
    bin()
      .domain([0, 1])
      .thresholds(edges.slice(1, -1))(values.map(axis.at))
      .map(({ length }) => length),
  )
  return edges.slice(0, -1).map((left, at) => {
    const right = edges[at + 1] ?? 1
    return {
      from: axis.valueAt(left),
      to: axis.valueAt(right),
      left,
      right,
      counts: counts.map((one) => one[at] ?? 0),
    }
  })
}

/** The tallest bar there is. */
export function highest(bins: readonly Bin[]): number {
  return max(bins, ({ counts }) => max(counts)) ?? 0
}

type Spread = {
  count: number
  least: number
  median: number
  /** Nineteen of twenty values stay at or below it. */
  p95: number
  most: number
}

/** What stands for many values: never only their average. */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => quantileSorted(sorted, share)
  const [least, median, p95, most] = [at(0), at(0.5), at(0.95), at(1)]
  if (
    least === undefined ||
    median === undefined ||
    p95 === undefined ||
    most === undefined
  )
    return null
  return { count: sorted.length, least, median, p95, most }
}
