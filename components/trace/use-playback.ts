import { useEffect, useRef, useState } from 'react'
import { nextMoment, slownessFor } from './playback'
import { advance } from './transport'
import type { Show } from './show'

type PlaybackMode = 'ready' | 'playing' | 'paused' | 'over'

export type Playback = {
  atMs: number
  mode: PlaybackMode
  slowness: number
  play: () => void
  pause: () => void
  skip: () => void
  replay: () => void
}

/** How long a reader who wants no motion looks at each step. */
const stepMs = 900

/** Plays a show in slow motion while its stage can be seen. */
export function usePlayback(show: Show | null, isSeen: boolean): Playback {
  const [atMs, setAtMs] = useState(0)
  const [mode, setMode] = useState<PlaybackMode>('ready')
  const [slowness, setSlowness] = useState(1)
  const clock = useRef(0)
  const endMs = show?.chart.endMs ?? 0

  useEffect(() => {
    if (mode !== 'playing' || !isSeen || !show) return
    const goTo = (ms: number) => {
      clock.current = Math.min(ms, endMs)
      setAtMs(clock.current)
      if (clock.current >= endMs) setMode('over')
    }
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const moments = show.lines.map(({ startMs }) => startMs)
      const timer = setInterval(
        () => goTo(nextMoment(moments, clock.current, endMs)),
        stepMs,
      )
      return () => clearInterval(timer)
    }
    let before = performance.now()
    let frame = requestAnimationFrame(function tick(now) {
      goTo(advance(clock.current, now - before, slowness, endMs))
      before = now
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [mode, isSeen, show, endMs, slowness])

  const start = (fromMs: number) => {
    clock.current = fromMs
    setAtMs(fromMs)
    setMode('playing')
  }
  return {
    atMs,
    mode,
    slowness,
    play: () => setMode('playing'),
    pause: () => setMode('paused'),
    skip: () => {
      clock.current = endMs
      setAtMs(endMs)
      setMode('over')
    },
    replay: () => {
      setSlowness(slownessFor(endMs))
      start(0)
    },
  }
}
