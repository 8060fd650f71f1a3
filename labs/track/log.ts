import type { PlatefulEvent } from '@/contracts/events'
import type { Actor, Part } from '@/contracts/parts'
import type { StreamState } from '@/components/event-stream'
import type { Told } from './reader'

/** How an event reached a screen: how long after it was written, and whether again. */
type Arrival = { afterMs: number; isLate: boolean }

export type EventRow = {
  kind: 'event'
  id: number
  name: string
  /** When it was written, by the server's clock. */
  at: string
  by: Actor | null
  order: string | null
  arrivals: Partial<Record<Part, Arrival>>
}

export type LineRow = {
  kind: 'lost' | 'resumed'
  key: string
  part: Part
  at: number
  lastEventId: number | null
  /** How many events the server sent that had waited. */
  sentAgain: number
}

type Row = EventRow | LineRow

export type Log = {
  rows: readonly Row[]
  streams: Record<Part, StreamState>
  /** Those whose line is cut now, or has come back and catches up. */
  cutAt: Partial<Record<Part, number>>
  resumedAt: Partial<Record<Part, number>>
  delays: readonly number[]
  events: number
  doubled: number
}

export const emptyLog: Log = {
  rows: [],
  streams: { guest: 'closed', kitchen: 'closed', courier: 'closed' },
  cutAt: {},
  resumedAt: {},
  delays: [],
  events: 0,
  doubled: 0,
}

const mostRows = 60
const mostDelays = 500

/** `toServer` turns a moment of the page's clock into the server's time. */
export function withTold(
  log: Log,
  told: Told,
  toServer: (at: number) => number,
): Log {
  const { part } = told
  switch (told.kind) {
    case 'stream':
      return { ...log, streams: { ...log.streams, [part]: told.stream } }
    case 'doubled':
      return { ...log, doubled: log.doubled + 1 }
    case 'cut': {
      const at = toServer(told.at)
      const cutAt = { ...log.cutAt, [part]: at }
      const row = lineRow('lost', part, at, null)
      return { ...log, cutAt, rows: withRow(log.rows, row) }
    }
    case 'resumed': {
      const at = toServer(told.at)
      const row = lineRow('resumed', part, at, told.lastEventId)
      const resumedAt = { ...log.resumedAt, [part]: at }
      return { ...log, resumedAt, rows: withRow(log.rows, row) }
    }
    case 'event':
      return isShown(told.event)
        ? withEvent(log, part, told.event, toServer(told.at))
        : log
  }
}

/** Spans travel on the same streams. They are many, and have their own page. */
function isShown({ event }: PlatefulEvent): boolean {
  return !event.startsWith('span.')
}

function withEvent(
  log: Log,
  part: Part,
  event: PlatefulEvent,
  seenAt: number,
): Log {
  const at = 'at' in event.data ? event.data.at : ''
  const written = Date.parse(at)
  const [from, to] = [log.cutAt[part], log.resumedAt[part]]
  const isLate =
    from !== undefined && to !== undefined && written >= from && written <= to
  const afterMs = Math.max(0, Math.round(seenAt - written))
  const arrival: Arrival = { afterMs, isLate }
  const known = log.rows.find(
    (row) => row.kind === 'event' && row.id === event.id,
  )
  const rows = known
    ? log.rows.map((row) =>
        row === known && row.kind === 'event'
          ? { ...row, arrivals: { ...row.arrivals, [part]: arrival } }
          : row,
      )
    : withRow(log.rows, eventRow(event, at, { [part]: arrival }))
  return {
    ...log,
    events: known ? log.events : log.events + 1,
    delays: isLate ? log.delays : [...log.delays, afterMs].slice(-mostDelays),
    rows: isLate ? counted(rows, part) : rows,
  }
}

function eventRow(
  { id, event, data }: PlatefulEvent,
  at: string,
  arrivals: EventRow['arrivals'],
): EventRow {
  const order = 'order' in data ? data.order : null
  return {
    kind: 'event',
    id,
    name: event,
    at,
    by: byOf(event, data),
    order,
    arrivals,
  }
}

/** An order is placed by a guest; of the rest the log says who did it. */
function byOf(event: string, data: PlatefulEvent['data']): Actor | null {
  if ('by' in data && data.by) return data.by
  return event === 'order.placed' ? 'guest' : null
}

/** One more that had waited, written beside the line that came back. */
function counted(rows: readonly Row[], part: Part): readonly Row[] {
  const last = rows.findLast(
    (row) => row.kind === 'resumed' && row.part === part,
  )
  return rows.map((row) =>
    row === last && row.kind === 'resumed'
      ? { ...row, sentAgain: row.sentAgain + 1 }
      : row,
  )
}

/** Rows stand in the order in which they were written. */
function withRow(rows: readonly Row[], row: Row): readonly Row[] {
  const time = timeOf(row)
  const at = rows.findLastIndex((other) => timeOf(other) <= time) + 1
  return rows.toSpliced(at, 0, row).slice(-mostRows)
}

function timeOf(row: Row): number {
  return row.kind === 'event' ? Date.parse(row.at) : row.at
}

function lineRow(
  kind: LineRow['kind'],
  part: Part,
  at: number,
  lastEventId: number | null,
): LineRow {
  const key = `${kind} ${part} ${at}`
  return { kind, key, part, at, lastEventId, sentAgain: 0 }
}

/** What a cell of an event says: who sent it, how late it came, or nothing yet. */
export function cellOf(row: EventRow, part: Part, log: Log) {
  const arrival = row.arrivals[part]
  if (row.by === part)
    return { kind: 'sent', afterMs: arrival?.afterMs ?? null } as const
  if (arrival) return { kind: 'came', ...arrival } as const
  const cutAt = log.cutAt[part]
  const isMissed = cutAt !== undefined && Date.parse(row.at) >= cutAt
  return { kind: isMissed ? 'missed' : 'none' } as const
}
