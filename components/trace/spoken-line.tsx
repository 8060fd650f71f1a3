'use client'

import { useEffect, useRef, useState } from 'react'
import { Status } from '@/components/ui/status'

const leastMs = 1000
/** Among all else that a step changes, a screen reader may miss its sentence. */
const settleMs = 400

/** What a screen reader is told: the newest sentence, at most one a second. */
export function SpokenLine({ children: sentence }: { children: string }) {
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
  return (
    <p className="sr-only">
      <Status>{spoken}</Status>
    </p>
  )
}
