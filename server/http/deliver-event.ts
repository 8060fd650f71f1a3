import { unpackBatch } from '@/tracing/unpack-spans'
import { expand } from '@/tracing/span-events'

/** One open stream: where it stands, and how it is written to. */
export type Follower = {
  sandboxId: string
  /** Who joined the sandbox, if it is not its owner who follows. */
  memberId: string | null
  cursor: number
  isLive: boolean
  /** Tells the rows that it is about; without it, all are. */
  isWanted?: ((row: EventRow) => boolean) | undefined
  send: (chunk: Uint8Array) => void
  /** Whether so much is unread that nothing more should be sent for now. */
  isBehind: () => boolean
  /** Resolves when what was sent before has been read. */
  hasRoom: () => Promise<void>
  /** For how many heartbeats it has waited for room in vain. */
  beatsWaited: number
  close: () => void
}

/** A row of the event log, read. */
export type EventRow = {
  id: number
  sandboxId: string
  kind: string
  traceId: string | null
  size: number
  data: unknown
}

const encoder = new TextEncoder()

/** Sent where nothing happens, so that nobody takes a stream for dead. */
export const heartbeat = encoder.encode(': still here\n\n')

export function isHeartbeat(chunk: Uint8Array): boolean {
  return chunk === heartbeat
}

/** Encoded once for all streams of a sandbox that stand at the same place. */
const encoded = new WeakMap<EventRow, { from: number; chunk: Uint8Array }>()

/** Hands one row of the event log to a stream, as the events it stands for. */
export function deliver(follower: Follower, row: EventRow): void {
  if (row.id <= follower.cursor) return
  const first = row.id - row.size + 1
  const from = Math.max(first, follower.cursor + 1)
  follower.cursor = row.id
  if (follower.isWanted?.(row) ?? true) follower.send(chunkOf(row, from))
  // Whoever is shown out hears that, and nothing after it.
  if (row.kind === 'member.left' && follower.memberId === leaverOf(row))
    follower.close()
}

function chunkOf(row: EventRow, from: number): Uint8Array {
  let ready = encoded.get(row)
  if (ready?.from !== from) {
    ready = { from, chunk: encoder.encode(textOf(row, from)) }
    encoded.set(row, ready)
  }
  return ready.chunk
}

function leaverOf({ data }: EventRow): string | null {
  const isNamed = typeof data === 'object' && data !== null && 'member' in data
  return isNamed && typeof data.member === 'string' ? data.member : null
}

function textOf(row: EventRow, from: number): string {
  if (row.kind !== 'spans') {
    const data = { ...(row.data as object), traceId: row.traceId }
    return block(row.id, row.kind, JSON.stringify(data))
  }
  const batch = unpackBatch(row.traceId ?? '', row.data)
  const first = row.id - row.size + 1
  return expand(batch)
    .map(({ event, data }, index) => ({ id: first + index, event, data }))
    .filter(({ id }) => id >= from)
    .map(({ id, event, data }) => block(id, event, JSON.stringify(data)))
    .join('')
}

function block(id: number, event: string, data: string): string {
  return `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`
}
