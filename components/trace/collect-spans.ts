import type { Span } from '@/contracts/trace'
import { readTrace } from '@/components/api-client'

/** When to look whether the trace has grown, in milliseconds after the reply. */
const looks = [60, 250, 800, 2000, 5000]

/**
 * Gathers the spans of one trace from wherever they come: the browser's own,
 * the event feed, and the stored trace, in case the feed missed any.
 */
export function collectSpans(
  traceId: string,
  onChange: (spans: readonly Span[]) => void,
) {
  const known = new Map<string, Span>()
  const timers: ReturnType<typeof setTimeout>[] = []
  let isStopped = false
  let drawing: ReturnType<typeof setTimeout> | null = null

  function add(spans: readonly Span[]) {
    const news = spans.filter(
      (span) =>
        span.traceId === traceId && isRicher(span, known.get(span.spanId)),
    )
    for (const span of news) known.set(span.spanId, span)
    if (isStopped || news.length === 0 || drawing) return
    drawing = setTimeout(() => {
      drawing = null
      if (!isStopped) onChange([...known.values()])
    }, 30)
  }

  async function look() {
    if (isStopped) return
    try {
      const { spans } = await readTrace(traceId)
      const hadAll = isDelivered([...known.values()])
      add(spans)
      if (hadAll) timers.forEach(clearTimeout)
    } catch {
      // The next look, or the feed, brings what this one did not.
    }
  }

  return {
    add,
    read: () => {
      for (const ms of looks) timers.push(setTimeout(() => void look(), ms))
    },
    stop: () => {
      isStopped = true
      timers.forEach(clearTimeout)
    },
  }
}

/** An event may carry less of a span than what is stored of it. */
function isRicher(span: Span, before: Span | undefined): boolean {
  return !before || Object.keys(span).length > Object.keys(before).length
}

/** The last leg of the journey: another program has answered. */
function isDelivered(spans: readonly Span[]): boolean {
  return spans.some(
    ({ service, kind }) => service === 'restaurant' && kind === 'server',
  )
}
