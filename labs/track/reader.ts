import type { PlatefulEvent } from '@/contracts/events'
import type { Part } from '@/contracts/parts'
import type { Follow } from '@/components/delivery/feed'
import { readEvent, type FeedListener } from '@/components/event-feed'
import { followEvents, type StreamState } from '@/components/event-stream'
import { forgetSandbox } from '@/components/sandbox-session'

/** What a reader of the log tells of itself. `at` is on the page's clock. */
export type Told = { part: Part; at: number } & (
  | { kind: 'event'; event: PlatefulEvent }
  | { kind: 'doubled'; id: number }
  | { kind: 'stream'; stream: StreamState }
  | { kind: 'cut' }
  | { kind: 'resumed'; lastEventId: number | null }
)

export type Reader = {
  part: Part
  follow: Follow
  open: () => void
  close: () => void
  /** Really ends the request, and sends another one after a while. */
  cut: (ms: number) => void
}

/**
 * A screen's own line to the event log: one request, kept open. When it ends,
 * the next one says in Last-Event-ID how far the reader has come.
 */
export function makeReader(part: Part, tell: (told: Told) => void): Reader {
  const listeners = new Set<FeedListener>()
  let lastId: number | null = null
  let stream: StreamState = 'closed'
  let running: AbortController | null = null
  let cut: ReturnType<typeof setTimeout> | undefined
  let isCut = false

  const setStream = (next: StreamState) => {
    if (next === stream) return
    stream = next
    tell({ kind: 'stream', part, stream, at: performance.now() })
    for (const listener of listeners) listener.onState?.(stream)
  }
  const hear = (event: PlatefulEvent) => {
    const at = performance.now()
    const isDoubled = lastId !== null && event.id <= lastId
    if (isDoubled) return tell({ kind: 'doubled', part, id: event.id, at })
    lastId = event.id
    tell({ kind: 'event', part, event, at })
    for (const listener of listeners) listener.onEvent?.(event)
  }
  const run = () => {
    const stopping = new AbortController()
    running = stopping
    void followEvents({
      signal: stopping.signal,
      lastEventId: () => lastId?.toString() ?? null,
      onState: (next) => {
        if (running !== stopping) return
        if (next === 'open' && isCut) {
          isCut = false
          const at = performance.now()
          tell({ kind: 'resumed', part, lastEventId: lastId, at })
        }
        setStream(next)
      },
      onStart: (id) => {
        lastId ??= Number(id)
      },
      onStranger: () => forgetSandbox(),
      onEvent: (message) => {
        const event = readEvent(message)
        if (event && running === stopping) hear(event)
      },
    })
  }
  const close = () => {
    clearTimeout(cut)
    cut = undefined
    const stopping = running
    running = null
    stopping?.abort()
    setStream('closed')
  }
  return {
    part,
    follow: (listener) => {
      listeners.add(listener)
      listener.onState?.(stream)
      return () => listeners.delete(listener)
    },
    open: () => {
      if (!running && cut === undefined) run()
    },
    close,
    cut: (ms) => {
      if (!running) return
      close()
      isCut = true
      tell({ kind: 'cut', part, at: performance.now() })
      setStream('waiting')
      cut = setTimeout(() => {
        cut = undefined
        run()
      }, ms)
    },
  }
}
