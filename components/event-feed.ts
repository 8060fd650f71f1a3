import type { PlatefulEvent } from '@/contracts/events'
import { isEmbedded } from './embedded'
import { followEvents, type StreamState } from './event-stream'
import { parseJson } from './parse-json'
import { isRecord } from './read-reply'
import { forgetSandbox, onSandbox, sandboxHint } from './sandbox-session'

export type FeedListener = {
  onEvent?: (event: PlatefulEvent) => void
  onState?: (state: StreamState) => void
}

type Note =
  | { kind: 'event'; sandbox: string; event: PlatefulEvent }
  | { kind: 'state'; state: StreamState }
  | { kind: 'since'; sandbox: string; id: number | null }
  | { kind: 'stands'; sandbox: string; id: number }

const name = 'back-of-house.events'
const kept = 300

const listeners = new Set<FeedListener>()
let leaving: AbortController | null = null
/** Whose events are followed. Another sandbox has another stream. */
let followed = ''
let offSandbox = () => {}
let channel: BroadcastChannel | null = null
let isLeader = false
let state: StreamState = 'closed'
let last: { sandbox: string; id: number } | null = null
let recent: PlatefulEvent[] = []

/**
 * Follows the events of this browser's sandbox. However many tabs are open,
 * one of them holds the stream and tells the others; a hidden tab lets go and
 * catches up when it is looked at again. Each frame on another site has a
 * sandbox of its own, and so its own stream. Returns the way to stop.
 */
export function followEventFeed(listener: FeedListener): () => void {
  listeners.add(listener)
  listener.onState?.(state)
  if (listeners.size === 1) {
    document.addEventListener('visibilitychange', settle)
    offSandbox = onSandbox(changeOver)
  }
  settle()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      document.removeEventListener('visibilitychange', settle)
      offSandbox()
    }
    settle()
  }
}

function settle() {
  const isWanted = listeners.size > 0 && document.visibilityState === 'visible'
  if (isWanted && !leaving) join()
  if (!isWanted && leaving) leave()
}

/** This browser has joined another sandbox, or was shown out of one. */
function changeOver() {
  if (sandboxId() === followed) return
  if (leaving) leave()
  if (sandboxId() !== '') settle()
}

function join() {
  if (sandboxId() !== followed) recent = []
  followed = sandboxId()
  const stopping = new AbortController()
  leaving = stopping
  const lead = () => leadUntil(stopping.signal)
  if (isEmbedded()) return void lead()
  if ('BroadcastChannel' in globalThis) {
    channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<Note>) => hear(data)
    tell({ kind: 'since', sandbox: sandboxId(), id: lastId() })
  }
  if (!('locks' in navigator)) void lead()
  else {
    navigator.locks
      .request(name, { signal: stopping.signal }, lead)
      .catch(() => undefined)
  }
}

function leave() {
  leaving?.abort()
  leaving = null
  channel?.close()
  channel = null
  setState('closed')
}

async function leadUntil(signal: AbortSignal) {
  isLeader = true
  await followEvents({
    signal,
    lastEventId: () => lastId()?.toString() ?? null,
    onState: (next) => {
      if (!signal.aborted) setState(next)
      tell({ kind: 'state', state: next })
    },
    onStart: (id) => {
      standAt(Number(id))
      tellWhereItStands()
    },
    onStranger: () => forgetSandbox(),
    onEvent: (told) => {
      const message = readEvent(told)
      if (!message) return
      recent = [...recent.slice(1 - kept), message]
      tell({ kind: 'event', sandbox: sandboxId(), event: message })
      receive(message)
    },
  })
  isLeader = false
}

function hear(note: Note) {
  if (note.kind === 'state') {
    if (!isLeader) setState(note.state)
  } else if (note.sandbox !== sandboxId()) return
  else if (note.kind === 'event') receive(note.event)
  else if (note.kind === 'stands') standAt(note.id)
  else if (isLeader) {
    tell({ kind: 'state', state })
    if (note.id === null) tellWhereItStands()
    const missed = recent.filter(({ id }) => note.id !== null && id > note.id)
    for (const event of missed) {
      tell({ kind: 'event', sandbox: note.sandbox, event })
    }
  }
}

/** Whoever has heard nothing yet goes on from here, and misses nothing. */
function standAt(id: number) {
  if (lastId() === null) last = { sandbox: sandboxId(), id }
}

function tellWhereItStands() {
  const id = lastId()
  if (id !== null) tell({ kind: 'stands', sandbox: sandboxId(), id })
}

/** Tells this tab's listeners, each event once and in order. */
function receive(event: PlatefulEvent) {
  const before = lastId()
  if (before !== null && event.id <= before) return
  last = { sandbox: sandboxId(), id: event.id }
  for (const listener of listeners) listener.onEvent?.(event)
}

function setState(next: StreamState) {
  if (state === next) return
  state = next
  for (const listener of listeners) listener.onState?.(state)
}

function tell(note: Note) {
  channel?.postMessage(note)
}

/** Ids count within one sandbox; another one starts anew. */
function lastId(): number | null {
  return last && last.sandbox === sandboxId() ? last.id : null
}

function sandboxId(): string {
  return sandboxHint()?.id ?? ''
}

/** An event as the contract has it; null where the text is none. */
export function readEvent({
  id,
  event,
  data,
}: {
  id?: string | undefined
  event?: string | undefined
  data: string
}): PlatefulEvent | null {
  const message = { id: Number(id), event: event ?? '', data: parseJson(data) }
  return isPlatefulEvent(message) ? message : null
}

function isPlatefulEvent(message: {
  id: number
  event: string
  data: unknown
}): message is PlatefulEvent {
  const { id, event, data } = message
  return (
    Number.isInteger(id) &&
    /^(order|span|ticket|courier|shift|member|sandbox)\./.test(event) &&
    isRecord(data)
  )
}
