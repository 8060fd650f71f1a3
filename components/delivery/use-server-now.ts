import { useEffect, useState } from 'react'
import { serverNow } from './server-clock'

/**
 * The server's time, told anew every so often while the page is looked at.
 * With null it stands still, and nothing runs.
 */
export function useServerNow(everyMs: number | null): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    if (everyMs === null) return
    let timer: ReturnType<typeof setInterval> | undefined
    const tick = () => setNow(serverNow())
    const settle = () => {
      clearInterval(timer)
      if (document.visibilityState !== 'visible') return
      timer = setInterval(tick, everyMs)
      tick()
    }
    settle()
    document.addEventListener('visibilitychange', settle)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', settle)
    }
  }, [everyMs])
  return now
}
