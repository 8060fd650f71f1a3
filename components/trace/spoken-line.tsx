'use client'

import { useEffect, useRef, useState } from 'react'
import { Status } from '@/components/ui/status'

const leastMs = 1000
/** Among all else that a step changes, a screen reader may miss its sentence. */
const settleMs = 400
/** While it plays nothing settles: then it is told in between. */
const mostMs = 1500

/** What a screen reader is told: the newest sentence, at most one a second. */
export function SpokenLine({ children: sentence }: { children: string }) {
  const [spoken, setSpoken] = useState(sentence)
  const lastAt = useRef(0)
  /** Since when something waits to be told. */
  const since = useRef<number | null>(null)
  useEffect(() => {
    const now = performance.now()
    since.current ??= now
    const soon = Math.min(now + settleMs, since.current + mostMs)
    const timer = setTimeout(
      () => {
        lastAt.current = performance.now()
        since.current = null
        setSpoken(sentence)
      },
      Math.max(soon, lastAt.current + leastMs) - now,
    )
    return () => clearTimeout(timer)
  }, [sentence])
  return (
    <p className="sr-only">
      <Status>{spoken}</Status>
    </p>
  )
}
