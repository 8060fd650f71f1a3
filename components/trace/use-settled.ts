import { startTransition, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * A value once it has stayed the same for so many milliseconds: for what costs
 * much to draw, and is looked at by nobody who still moves on. What goes to
 * paper is the value as it is.
 */
export function useSettled<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const settle = () => setSettled(() => value)
    const settleNow = () => flushSync(settle)
    const timer = setTimeout(() => startTransition(settle), ms)
    window.addEventListener('beforeprint', settleNow)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('beforeprint', settleNow)
    }
  }, [value, ms])
  return settled
}
