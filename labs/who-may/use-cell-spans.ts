import { useEffect, useState } from 'react'
import type { Span } from '@/contracts/trace'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { pause } from '@/components/pause'
import { isTrace } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'
import { alone } from './cast'

const none: readonly Span[] = []

/** When to look for a trace that is not whole yet, in milliseconds. */
const looks = [60, 250, 800, 2_000]

/**
 * The spans of a request. A trace belongs to the sandbox of whoever asked: the
 * stranger's is read with the stranger's token, the reader's cookie opens it not.
 */
export function useCellSpans(
  traceId: string | null,
  token: string | null,
): readonly Span[] {
  const own = useTraceSpans(token === null ? traceId : null)
  const theirs = useTheirSpans(token === null ? null : traceId, token)
  return token === null ? own : theirs
}

function useTheirSpans(
  traceId: string | null,
  token: string | null,
): readonly Span[] {
  const [held, setHeld] = useState<{ id: string; spans: readonly Span[] }>()
  useEffect(() => {
    if (traceId === null || token === null) return
    let isOver = false
    void (async () => {
      for (const ms of looks) {
        await pause(ms)
        const spans = await readWith(traceId, token)
        if (isOver) return
        if (spans.length > 0) setHeld({ id: traceId, spans })
        if (spans.some(({ kind }) => kind === 'server')) return
      }
    })()
    return () => void (isOver = true)
  }, [traceId, token])
  return held && held.id === traceId ? held.spans : none
}

async function readWith(
  traceId: string,
  token: string,
): Promise<readonly Span[]> {
  const headers = { authorization: `Bearer ${token}` }
  const init = { ...alone, headers }
  const { body } = await sendRequest(`/api/traces/${traceId}`, init).catch(
    () => ({ body: null }),
  )
  return isTrace(body) ? body.spans : none
}
