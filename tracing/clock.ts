import type { HrTime } from '@opentelemetry/api'

/** Past this the wall clock was set, or the machine slept: begin anew from it. */
const mostDriftMs = 20

let anchor = performance.timeOrigin

/**
 * The time in seconds and nanoseconds since 1970, to the microsecond. The
 * SDK's own clock begins each span at a whole millisecond, which is longer than
 * many of the steps here take.
 */
export function timeNow(): HrTime {
  const elapsed = performance.now()
  const wall = Date.now()
  if (Math.abs(wall - anchor - elapsed) > mostDriftMs) {
    // On a busy machine the process may have been paused between the two.
    const pausedMs = performance.now() - elapsed
    if (pausedMs < mostDriftMs) anchor = wall - elapsed
  }

  const seconds = Math.floor((anchor + elapsed) / 1000)
  const restMs = anchor - seconds * 1000 + elapsed
  return [seconds, Math.min(999_999_999, Math.max(0, Math.round(restMs * 1e6)))]
}
