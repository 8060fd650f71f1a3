import { useEffect, useState } from 'react'

/** Counts down to a time; 0 from then on. */
export function useSecondsLeft(until: string): number {
  const [left, setLeft] = useState(() => secondsTo(until))
  useEffect(() => {
    const look = () => setLeft(secondsTo(until))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [until])
  return left
}

function secondsTo(until: string): number {
  return Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000))
}

/** `9:07` */
export function clockOf(seconds: number): string {
  const rest = String(seconds % 60).padStart(2, '0')
  return `${Math.floor(seconds / 60)}:${rest}`
}
