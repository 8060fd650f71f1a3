import type { Span } from '@/contracts/trace'
import { followEventFeed } from '@/components/event-feed'
import { collectSpans } from '../collect-spans'

/** Older traces are over: nobody waits for more of them. */
const freshMs = 60_000

export function isFresh(spans: readonly Span[]): boolean {
  const ends = spans.map(({ endTimeUnixNano: end }) =>
    Number(BigInt(end) / 1_000_000n),
  )
  const lastEnd = ends.reduce((a, b) => Math.max(a, b), 0)
  return Date.now() - lastEnd <= freshMs
}

/** Adds to a trace what is still being recorded of it. Returns how to stop. */
export function followTrace(
  traceId: string,
  known: readonly Span[],
  onChange: (spans: readonly Span[]) => void,
): () => void {
  const collecting = collectSpans(traceId, onChange)
  collecting.add(known)
  collecting.read()
  const leave = followEventFeed({
    onEvent: ({ event, data }) => {
      if (event === 'span.ended') collecting.add([data])
    },
  })
  return () => {
    leave()
    collecting.stop()
  }
}
