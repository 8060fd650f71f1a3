import { useEffect, useReducer } from 'react'
import type { StreamState } from '@/components/event-stream'
import { useFeed } from './feed'

export type Connection = {
  stream: StreamState
  isOffline: boolean
  /** On the page's clock: since when it is open. */
  openSince: number | null
  /** It was lost before, and goes on from where it was. */
  isResumed: boolean
}

type Change =
  | { kind: 'stream'; stream: StreamState; at: number }
  | { kind: 'offline'; isOffline: boolean }

const atFirst: Connection = {
  stream: 'closed',
  isOffline: false,
  openSince: null,
  isResumed: false,
}

/** How the stream of events fares that this screen listens to. */
export function useConnection(isWanted: boolean): Connection {
  const [connection, change] = useReducer(changed, atFirst)
  const follow = useFeed()

  useEffect(() => {
    if (!isWanted) return
    return follow({
      onState: (stream) =>
        change({ kind: 'stream', stream, at: performance.now() }),
    })
  }, [isWanted, follow])

  useEffect(() => {
    const look = () => change({ kind: 'offline', isOffline: !navigator.onLine })
    look()
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return connection
}

function changed(before: Connection, change: Change): Connection {
  if (change.kind === 'offline')
    return { ...before, isOffline: change.isOffline }
  const { stream, at } = change
  if (stream !== 'open' || before.stream === 'open')
    return { ...before, stream }
  const isResumed = before.openSince !== null
  return { ...before, stream, openSince: at, isResumed }
}

/** A resumed stream is called so for a while, then it is open like any other. */
const freshMs = 20_000

/** The connection in words. `now` is on the page's clock. */
export function connectionWords(connection: Connection, now: number): string {
  const { stream, isOffline, openSince, isResumed } = connection
  if (isOffline) return 'this browser is offline'
  if (stream === 'waiting') return 'line lost, trying again'
  if (stream === 'connecting')
    return openSince === null ? 'opening the stream' : 'trying again'
  if (stream === 'closed' || openSince === null)
    return openSince === null ? 'no stream yet' : 'stream closed'
  const ms = Math.max(0, now - openSince)
  return isResumed && ms < freshMs
    ? `resumed ${Math.round(ms / 1000)} s ago`
    : `stream open, ${durationWords(ms)}`
}

/** `8 s`, `16 min`, `3 h 12 min` */
export function durationWords(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`
}
