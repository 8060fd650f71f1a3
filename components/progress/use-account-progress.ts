import { useEffect } from 'react'
import { isInAccount } from './in-account'
import { onProgress } from './progress'

/** So long after the last change it goes along, unless the page is left before. */
const restMs = 2_000

/**
 * Where somebody is signed in, what they read goes along with their account:
 * both are brought together on arrival and after each change.
 */
export function useAccountProgress(): void {
  useEffect(() => {
    if (!isInAccount()) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const bring = () => {
      clearTimeout(timer)
      timer = undefined
      // Asked for here, so that nobody else loads it. What does not go along
      // now does so at the next page.
      void import('@/components/account/sync-progress')
        .then(({ syncProgress }) => syncProgress())
        .catch(() => {})
    }
    const plan = () => {
      clearTimeout(timer)
      timer = setTimeout(bring, restMs)
    }
    const leave = () => {
      if (timer !== undefined && document.visibilityState === 'hidden') bring()
    }
    plan()
    const stop = onProgress(plan)
    document.addEventListener('visibilitychange', leave)
    return () => {
      clearTimeout(timer)
      stop()
      document.removeEventListener('visibilitychange', leave)
    }
  }, [])
}
