import type { OrderStatus } from '@/contracts/orders'
import { medianOf } from '@/components/plot/median'

/** Three ways to hear of an order, from the most asking to the least. */
export const wayNames = ['polling', 'long-polling', 'events'] as const
export type WayName = (typeof wayNames)[number]

/** A request: when it left, how long it was open, and what came of it. */
export type Asked = {
  at: number
  endedAt: number | null
  /** Null while there is none, and where none came. */
  status: number | null
  hasNews: boolean
  /** The page itself broke it off, to pause or to stop. */
  isCut: boolean
}

/** Bytes that came to the page: of a reply's head, and of its body. */
export type Received = { at: number; head: number; body: number }

/** Something that a way has heard of, and when it stood on the screen. */
export type Heard = {
  status: OrderStatus
  /** By the clock of the page, from the time that the event carries. */
  happenedAt: number
  /** Null while it is not painted, or where nobody was looking. */
  paintedAt: number | null
  /** It happened while the page paused: then the delay says nothing. */
  isLate: boolean
}

export type WayRecord = {
  asked: readonly Asked[]
  received: readonly Received[]
  heard: readonly Heard[]
}

export type WayRecords = Record<WayName, WayRecord>

export const nothingYet: WayRecord = { asked: [], received: [], heard: [] }

export type Span = { from: number; to: number }

type Figures = {
  requests: number
  /** Requests that were answered, and had nothing new to tell. */
  inVain: number
  headBytes: number
  bodyBytes: number
}

/** What a way has cost so far, or within a span of time. */
export function figuresOf(record: WayRecord, within?: Span): Figures {
  const isIn = ({ at }: { at: number }) =>
    !within || (at >= within.from && at <= within.to)
  const asked = record.asked.filter(isIn)
  const received = record.received.filter(isIn)
  return {
    requests: asked.length,
    inVain: asked.filter(({ status, hasNews }) => status !== null && !hasNews)
      .length,
    headBytes: received.reduce((sum, { head }) => sum + head, 0),
    bodyBytes: received.reduce((sum, { body }) => sum + body, 0),
  }
}

/** The same for an hour, if every minute of it were like this span. */
export function inAnHour(
  record: WayRecord,
  within: Span,
): { requests: number; bytes: number } {
  const { requests, headBytes, bodyBytes } = figuresOf(record, within)
  const times = 3_600_000 / (within.to - within.from)
  return {
    requests: Math.round(requests * times),
    bytes: Math.round((headBytes + bodyBytes) * times),
  }
}

/** How long each event took to the screen, in milliseconds. */
export function delaysOf({ heard }: WayRecord): number[] {
  return heard.flatMap(({ happenedAt, paintedAt, isLate }) =>
    paintedAt === null || isLate ? [] : [paintedAt - happenedAt],
  )
}

export function worstOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values)
}

/** A screen shows nothing between two of its frames: this is about one. */
const frameMs = 20

/** Who heard first, by the median; those within one frame of it hear alike. */
export function firstOf(records: WayRecords): WayName[] {
  const medians = wayNames.map((name) => ({
    name,
    median: medianOf(delaysOf(records[name])),
  }))
  const best = Math.min(...medians.map(({ median }) => median ?? Infinity))
  return medians
    .filter(({ median }) => median !== null && median - best <= frameMs)
    .map(({ name }) => name)
}

/** Who sent most requests; several where they sent as many. */
export function busiestOf(records: WayRecords): WayName[] {
  const most = Math.max(...wayNames.map((name) => records[name].asked.length))
  return wayNames.filter(
    (name) => most > 0 && records[name].asked.length === most,
  )
}

/** The head of a message as HTTP/1.1 writes it (RFC 9112, section 2.1). */
export function headBytesOf(
  startLine: string,
  headers: Iterable<readonly [string, string]>,
): number {
  const lines = [
    startLine,
    ...[...headers].map(([name, value]) => `${name}: ${value}`),
    '',
  ]
  return new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join(''))
    .length
}
