/** What one exchange told of the server's clock, on the page's own. */
type Sample = { offsetMs: number; errorMs: number; at: number }

/** Clocks drift apart; a sample is worth less with every second. */
const driftPerMs = 0.001
/** Further off than that, the machine slept: the old sample is worthless. */
const leapMs = 1_000

let best: Sample | null = null

/**
 * Notes what the server's clock said in an answer. It was read somewhere
 * between the request and its answer, so the middle is the best guess and half
 * of the time the most it can be wrong.
 */
export function noteServerTime(
  asOf: string,
  sentAt: number,
  receivedAt: number,
) {
  const errorMs = (receivedAt - sentAt) / 2
  const offsetMs = Date.parse(asOf) - (sentAt + receivedAt) / 2
  if (Number.isNaN(offsetMs)) return
  const aged = best && best.errorMs + (receivedAt - best.at) * driftPerMs
  const hasLeapt = best && Math.abs(best.offsetMs - offsetMs) > leapMs
  if (aged === null || hasLeapt || errorMs <= aged)
    best = { offsetMs, errorMs, at: receivedAt }
}

/** The server's time; the browser's own as long as nothing better is known. */
export function serverNow(): number {
  return serverTimeAt(performance.now())
}

/** The server's time at a moment of the page's clock. */
export function serverTimeAt(at: number): number {
  return at + (best?.offsetMs ?? performance.timeOrigin)
}

/** By how much that may be wrong; null when no answer has told anything. */
export function clockErrorMs(): number | null {
  return best?.errorMs ?? null
}
