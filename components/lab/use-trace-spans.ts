import { useEffect, useState } from 'react'
import type { Span } from '@/contracts/trace'
import { followTrace } from '@/components/trace/replay/follow-trace'

const none: readonly Span[] = []

/** The spans of a trace as they come in; none before there is one. */
export function useTraceSpans(traceId: string | null): readonly Span[] {
  const [held, setHeld] = useState<{ id: string; spans: readonly Span[] }>()
  useEffect(() => {
    if (traceId === null) return
    return followTrace(traceId, none, (spans) =>
      setHeld({ id: traceId, spans }),
    )
  }, [traceId])
  return held && held.id === traceId ? held.spans : none
}
