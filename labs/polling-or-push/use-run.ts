import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Run, RunState } from './run'

const never = () => () => undefined

export function useRunState(run: Run | null): RunState | null {
  return useSyncExternalStore<RunState | null>(
    run?.subscribe ?? never,
    run?.state ?? nothing,
    nothing,
  )
}

function nothing(): null {
  return null
}

/** On the screen, and in a tab that is looked at. */
export function useVisible(isSeen: boolean): boolean {
  const isVisible = useSyncExternalStore(
    (listener) => {
      document.addEventListener('visibilitychange', listener)
      return () => document.removeEventListener('visibilitychange', listener)
    },
    () => document.visibilityState === 'visible',
    () => true,
  )
  return isSeen && isVisible
}

const calm = '(prefers-reduced-motion: reduce)'

/** The time of the page, while it matters: for lines that grow with it. */
export function useNow(isRunning: boolean): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (!isRunning) return
    const everyMs = matchMedia(calm).matches ? 5_000 : 500
    const timer = setInterval(() => setNow(performance.now()), everyMs)
    return () => clearInterval(timer)
  }, [isRunning])
  return isRunning ? now : null
}
