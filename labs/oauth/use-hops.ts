import { useEffect, useMemo, useState } from 'react'
import type { Span } from '@/contracts/trace'
import { hopsOf, type Hop } from './hops'
import type { Places } from './lanes'

/** So long a hop is looked at while they are played. */
const stayMs = 1_600

/** The hops of a trace, one of them in view, forward and back. */
export function useHops(
  spans: readonly Span[],
  traceId: string | null,
  places: Places,
) {
  const hops = useMemo(() => hopsOf(spans, places), [spans, places])
  const [at, setAt] = useState({ traceId, index: 0 })
  const [isPlaying, setPlaying] = useState(false)
  const last = Math.max(0, hops.length - 1)
  const index = at.traceId === traceId ? Math.min(at.index, last) : 0

  const goTo = (wanted: number) => {
    setPlaying(false)
    setAt({ traceId, index: Math.max(0, Math.min(wanted, last)) })
  }
  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => {
      // Nobody looks at a page in the background.
      const isSeen = document.visibilityState === 'visible'
      if (index >= last || !isSeen) return setPlaying(false)
      setAt({ traceId, index: index + 1 })
    }, stayMs)
    return () => clearTimeout(timer)
  }, [isPlaying, index, last, traceId])

  const hop: Hop | null = hops[index] ?? null
  return {
    hops,
    hop,
    index,
    isPlaying,
    goTo,
    togglePlay: () => {
      if (index >= last) setAt({ traceId, index: 0 })
      setPlaying(!isPlaying)
    },
  }
}

export type Hops = ReturnType<typeof useHops>
