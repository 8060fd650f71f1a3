/** How many times wider than the whole trace the time axis may be drawn. */
export const zooms = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const
export type Zoom = (typeof zooms)[number]

export type Stretch = { fromMs: number; toMs: number }

/** The playhead turns the page when it comes so close to its edge. */
const margin = 0.04
/** And then stands here on the next one. */
const landing = 0.12

/**
 * The stretch of time on the axis. It stays where it is while the playhead is
 * on it, and turns like a page when the playhead leaves.
 */
export function stretchAt(
  atMs: number,
  endMs: number,
  zoom: number,
  before: Stretch | null,
): Stretch {
  if (zoom <= 1 || endMs <= 0) return { fromMs: 0, toMs: endMs }
  const length = endMs / zoom
  if (before && isHeld(atMs, length, before, endMs)) return before
  const wanted = atMs - length * landing
  const fromMs = Math.min(Math.max(0, wanted), endMs - length)
  return { fromMs, toMs: fromMs + length }
}

function isHeld(
  atMs: number,
  length: number,
  { fromMs, toMs }: Stretch,
  endMs: number,
): boolean {
  if (Math.abs(toMs - fromMs - length) > length * 1e-6) return false
  const isAtStart = fromMs <= 0
  const isAtEnd = toMs >= endMs - 1e-9
  return (
    (isAtStart || atMs >= fromMs + length * margin) &&
    (isAtEnd || atMs <= toMs - length * margin) &&
    atMs >= fromMs - 1e-9 &&
    atMs <= toMs + 1e-9
  )
}

/** The next zoom in a direction; the same at the ends. */
export function zoomBy(zoom: number, steps: 1 | -1): Zoom {
  const at = zooms.findIndex((known) => known === zoom)
  return zooms[Math.min(Math.max(at + steps, 0), zooms.length - 1)] ?? 1
}
