'use client'

import { useEffect, useState } from 'react'
import type { Span } from '@/contracts/trace'
import { Replay, type ReplayProps } from './replay'
import { useSources } from './use-sources'

/** A replay of a trace that may not be over yet: what is recorded is added. */
export function LiveReplay(props: ReplayProps) {
  const { traceId } = props
  const [spans, setSpans] = useState<readonly Span[]>(props.spans)
  useEffect(() => {
    let stop = () => {}
    let isGone = false
    // The page can be read before a byte of this has come.
    void import('./follow-trace').then(({ followTrace }) => {
      if (!isGone) stop = followTrace(traceId, props.spans, setSpans)
    })
    return () => {
      isGone = true
      stop()
    }
  }, [traceId, props.spans])
  const sources = useSources(spans, props.sources)
  return <Replay {...props} spans={spans} sources={sources} />
}
