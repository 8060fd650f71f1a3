import { places, type Place } from '../place-of'
import type { SpanRow } from '../span-rows'

type MiniatureLine = { place: Place; path: string }

/** The picture is so many units wide and high, whatever it is drawn at. */
export const miniatureWidth = 1000
export const miniatureHeight = 28

/**
 * All spans of a trace as thin lines, one path for each place. Spans that would
 * fall on the same line and the same unit are drawn once, so ten thousand cost
 * no more to draw than a thousand.
 */
export function miniatureOf(
  rows: readonly SpanRow[],
  endMs: number,
): MiniatureLine[] {
  const unit = miniatureWidth / Math.max(endMs, 1e-6)
  const lines = Math.min(rows.length, miniatureHeight - 4)
  const drawn = new Map<Place, Map<string, string>>()
  rows.forEach((row, index) => {
    const line = Math.floor((index * lines) / rows.length)
    const y = 2.5 + (line * (miniatureHeight - 5)) / Math.max(lines - 1, 1)
    const x = Math.round(row.startMs * unit)
    const end = Math.round((row.endMs ?? endMs) * unit)
    const width = Math.max(1, end - x)
    const pieces = drawn.get(row.place) ?? new Map<string, string>()
    drawn.set(row.place, pieces)
    pieces.set(`${line} ${x} ${width}`, `M${x} ${y.toFixed(1)}h${width}`)
  })
  return places.flatMap((place) => {
    const pieces = drawn.get(place)
    return pieces ? [{ place, path: [...pieces.values()].join('') }] : []
  })
}

type StepTick = {
  index: number
  at: number
  /** On a narrow screen it would touch another, and is left out. */
  isClose: boolean
}

/** Numbers under the scrubber that leave each other room: the step, and where. */
export function stepTicks(
  moments: readonly number[],
  endMs: number,
  current: number,
): StepTick[] {
  const positions = moments.map((ms) => (endMs > 0 ? ms / endMs : 0))
  const placed: StepTick[] = []
  const own = positions[current]
  if (own !== undefined)
    placed.push({ index: current, at: own, isClose: false })
  // A number of four digits needs more room than one of two.
  const leastApart = 0.016 + 0.009 * String(moments.length).length
  fillIn(placed, positions, 2 * leastApart, false)
  fillIn(placed, positions, leastApart, true)
  return placed.sort((a, b) => a.at - b.at)
}

/** Adds every tick that is so far from all others, from the first on. */
function fillIn(
  placed: StepTick[],
  positions: readonly number[],
  leastApart: number,
  isClose: boolean,
): void {
  // The first question is quick: most of many ticks go no further.
  let last = -Infinity
  positions.forEach((at, index) => {
    if (at - last < leastApart) return
    if (placed.some((tick) => Math.abs(tick.at - at) < leastApart)) return
    placed.push({ index, at, isClose })
    last = at
  })
}
