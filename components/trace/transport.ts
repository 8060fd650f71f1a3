import { grouped } from './time-scale'

/** How many times slower than it ran a trace may be played. */
export const speeds = [1, 10, 100, 1_000, 10_000] as const
export type Speed = (typeof speeds)[number]

/** So long a whole trace may take before a faster speed is offered first. */
const mostMs = 120_000

/** A thousand times slower, or less for a trace that would take minutes. */
export function speedFor(traceMs: number): Speed {
  const fitting = speeds.filter((speed) => traceMs * speed <= mostMs)
  const slowest = fitting.at(-1) ?? 1
  return slowest > 1_000 ? 1_000 : slowest
}

export function speedName(speed: Speed): string {
  return speed === 1 ? 'real time' : `${grouped(speed)}×`
}

/** How far a trace has moved after so much of the reader's time. */
export function advance(
  atMs: number,
  passedMs: number,
  speed: number,
  endMs: number,
): number {
  // A tab that slept, or a frame that came late, must not skip the story.
  const passed = Math.min(Math.max(passedMs, 0), 100)
  return Math.min(endMs, atMs + passed / speed)
}

/** The wait before the next step for a reader who wants no motion. */
export function pauseBetween(
  traceMs: number,
  steps: number,
  speed: number,
): number {
  const even = (traceMs * speed) / Math.max(steps, 1)
  return Math.min(2_500, Math.max(700, even))
}
