'use client'

import { useEffect, useReducer, useState } from 'react'
import type { StreamState } from '@/components/event-stream'
import { useHasSandbox } from '@/components/use-has-sandbox'
import { knowParts } from '../snippets/use-own'
import { withEvent, type Arrival } from './arrivals'

const none: readonly Arrival[] = []

/** What reaches this browser's sandbox while the page is open. */
export function useArrivals() {
  const [arrivals, hear] = useReducer(withEvent, none)
  const [stream, setStream] = useState<StreamState>('closed')
  const hasSandbox = useHasSandbox()

  useEffect(() => {
    if (!hasSandbox) return
    let stop: (() => void) | null = null
    let isOver = false
    // Nothing of it is needed until there is something to follow.
    void import('@/components/event-feed').then(({ followEventFeed }) => {
      if (!isOver) stop = followEventFeed({ onEvent: hear, onState: setStream })
    })
    return () => {
      isOver = true
      stop?.()
    }
  }, [hasSandbox])

  // What the reader did last is a better example than any of ours.
  const [newest] = arrivals
  const order = arrivals.find((arrival) => arrival.order)?.order?.id
  useEffect(() => {
    if (newest) knowParts({ traceId: newest.traceId })
    if (order) knowParts({ id: order })
  }, [newest, order])

  return { arrivals, stream, hasSandbox }
}
