import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { PlatefulEvent } from '@/contracts/events'
import { readTrace } from '@/components/api-client'
import { isExpired } from '@/components/delivery/delivery-api'
import { wordsForReading } from '@/components/delivery/delivery-words'
import { useFeed } from '@/components/delivery/feed'
import { forgetSandbox } from '@/components/sandbox-session'
import { useHasSandbox } from '@/components/use-has-sandbox'
import { readWall } from '../members-api'
import {
  emptyWall,
  wallAfter,
  type WallChange,
  type WallState,
} from './wall-state'

/** What is heard within so many milliseconds is drawn at once. */
const drawEveryMs = 120
const longestPauseMs = 10_000

/** Everybody’s orders and traces: read once, and then as they come. */
export function useWall() {
  const hasSandbox = useHasSandbox()
  const [state, change] = useReducer(wallAfter, emptyWall)
  const follow = useFeed()
  const heard = useRef(0)
  const isReading = useRef(false)
  const wanted = useRef(0)

  const reload = useCallback(async () => {
    wanted.current++
    if (isReading.current) return
    isReading.current = true
    // Whoever asks meanwhile wants an answer that is newer than this one.
    for (let asked = 0; asked !== wanted.current;) {
      asked = wanted.current
      change(await readAll(heard.current))
    }
    isReading.current = false
  }, [])

  useEffect(() => void reload(), [reload])

  useEffect(() => {
    if (!hasSandbox) return
    let came: PlatefulEvent[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      timer = undefined
      change({ kind: 'events', events: came })
      came = []
    }
    let wasOpen = false
    const stop = follow({
      onEvent: (event) => {
        came.push(event)
        timer ??= setTimeout(draw, drawEveryMs)
      },
      // The stream goes on after the last event that came; what was placed
      // before the first of all is read.
      onState: (stream) => {
        if (stream === 'open' && !wasOpen) void reload()
        wasOpen = stream === 'open'
      },
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [hasSandbox, reload, follow])

  // Orders that the wall does not know yet: all that came are read at once,
  // and more and more slowly where the answer does not come.
  const { unknown, readUpTo, failures, items } = state
  useEffect(() => {
    heard.current = unknown
    if (unknown <= readUpTo) return
    const pauseMs = Math.min(drawEveryMs * 2 ** failures, longestPauseMs)
    const timer = setTimeout(() => void reload(), pauseMs)
    return () => clearTimeout(timer)
  }, [unknown, readUpTo, failures, items, reload])

  return { ...state, reload, showTrace: useTraces(state, change) }
}

/** What is placed while the answer is on its way may not be in it: `upTo`. */
async function readAll(upTo: number): Promise<WallChange> {
  try {
    return { kind: 'read', items: await readWall(), upTo }
  } catch (error) {
    if (!isExpired(error))
      return { kind: 'problem', problem: await wordsForReading(error) }
    forgetSandbox()
    return { kind: 'read', items: [], upTo }
  }
}

/** Reads the trace of a row that came into sight, where it was not heard of. */
function useTraces(
  { traces }: WallState,
  change: (change: WallChange) => void,
): (traceId: string) => void {
  const asked = useRef(new Set<string>())
  return useCallback(
    (traceId: string) => {
      if (traces.has(traceId) || asked.current.has(traceId)) return
      asked.current.add(traceId)
      readTrace(traceId).then(
        ({ spans }) => change({ kind: 'trace', spans }),
        // It made room for newer ones. The row says so by having no bar.
        () => undefined,
      )
    },
    [traces, change],
  )
}
