import { useEffect, useRef, useState } from 'react'

const leastMs = 1000
/** Among all else that a step changes, a screen reader may miss its sentence. */
const settleMs = 400

/** What a screen reader is told: the newest sentence, at most one a second. */
export function useSpoken(sentence: string): string {
  const [spoken, setSpoken] = useState(sentence)
  const lastAt = useRef(0)
  useEffect(() => {
    const timer = setTimeout(
      () => {
        lastAt.current = performance.now()
        setSpoken(sentence)
      },
      Math.max(settleMs, lastAt.current + leastMs - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [sentence])
  return spoken
}
