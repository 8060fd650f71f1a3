import { startTransition, useEffect, useState } from 'react'

/**
 * Whether what was drawn first is on the screen; from the beginning, where that
 * is not waited for. What follows as a transition alone may come before it.
 */
export function usePainted(isAwaited: boolean): boolean {
  const [isPainted, setIsPainted] = useState(!isAwaited)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // A frame is painted after its callbacks, and before the next task.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setIsPainted(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return isPainted
}
