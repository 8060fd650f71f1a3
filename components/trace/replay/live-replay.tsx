'use client'

import { useEffect, useState } from 'react'
import type { Span } from '@/contracts/trace'
import { BreakReplay } from '@/components/faults/break-replay'
import { Replay, type ReplayProps } from './replay'
import { useSources } from './use-sources'

/** A replay of a trace that may not be over yet: what is recorded is added. */
export function LiveReplay(props: ReplayProps) {
  const { traceId } = props
  const [spans, setSpans] = useState<readonly Span[]>(props.spans)
  const [isGrowing, setIsGrowing] = useState(false)
  useEffect(() => {
    let stop = () => {}
    let isGone = false
    // The page can be read before a byte of this has come.
    void import('./follow-trace').then(({ followTrace, isFresh }) => {
      if (isGone || !isFresh(props.spans)) return
      setIsGrowing(true)
      stop = followTrace(traceId, props.spans, setSpans)
    })
    return () => {
      isGone = true
      stop()
    }
  }, [traceId, props.spans])
  const sources = useSources(spans, props.sources)
  const below = <BreakReplay spans={spans} />
  return <Replay {...props} {...{ spans, sources, isGrowing, below }} />
}
