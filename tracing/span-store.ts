import type { Client, InStatement } from '@libsql/client'
import { sharedClient } from '@/db/client'
import { env } from '@/env'
import type { Span, SpanStart } from '@/contracts/trace'
import { sizeOf, startOf, type SpanBatch } from './span-events'
import type {} from './span-export'

/** Spans and bytes that one trace may hold; what is over is counted, not kept. */
export const traceLimits = { spans: 512, bytes: 1024 * 1024 }

/**
 * Spans of a request end close together; this long they wait for each other.
 * Longer where each write is a round trip, and holds up other writers.
 */
const gatherMs = env.databaseUrl.startsWith('file:') ? 40 : 100

/** How many batches may wait for a database that does not answer. */
const mostWaiting = 1_000

type Group = { sandboxId: string; traceId: string; batch: SpanBatch }

/**
 * Keeps spans after the reply, many in one write. The write may be lost with
 * the power, never with the order: it runs on the relaxed tables' terms.
 */
export class SpanStore {
  readonly #client: () => Client
  #groups = new Map<string, Group>()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  #onStored: () => void = () => {}

  constructor(client: () => Client) {
    this.#client = client
  }

  /** Calls back after each write, so that open streams need not wait to look. */
  onStored(listener: () => void): void {
    this.#onStored = listener
  }

  start(sandboxId: string, start: SpanStart): void {
    this.#group(sandboxId, start.traceId)?.batch.started.push(start)
    this.#schedule()
  }

  end(sandboxId: string, span: Span): void {
    const batch = this.#group(sandboxId, span.traceId)?.batch
    if (!batch) return
    batch.ended.push(span)
    globalThis.backOfHouseSpanExport?.add(span)
    const at = batch.started.findLastIndex(
      (start) => typeof start !== 'string' && start.spanId === span.spanId,
    )
    // Began and ended within one batch: the end says it all.
    if (at >= 0) batch.started[at] = span.spanId
    this.#schedule()
  }

  /** Takes in a span that somebody else recorded. */
  add(sandboxId: string, span: Span): void {
    this.start(sandboxId, startOf(span))
    this.end(sandboxId, span)
  }

  /** Writes what waits. Resolves when it is stored, or given up. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  #group(sandboxId: string, traceId: string): Group | undefined {
    const key = `${sandboxId} ${traceId}`
    const known = this.#groups.get(key)
    if (known) return known
    if (this.#groups.size >= mostWaiting) return undefined
    const group = { sandboxId, traceId, batch: { started: [], ended: [] } }
    this.#groups.set(key, group)
    return group
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.flush(), gatherMs)
  }

  async #write(): Promise<void> {
    // Taken when the turn comes: what came during the last write goes along.
    const groups = [...this.#groups.values()]
    if (groups.length === 0) return
    this.#groups = new Map()
    try {
      await this.#client().batch(statementsOf(groups), 'write')
      this.#onStored()
    } catch (error) {
      // A trace is worth less than the site: it is dropped, and said so.
      console.error('Spans could not be stored:', error)
    }
  }
}

/**
 * Four statements, however many traces there are: they travel as one JSON
 * array, since each statement costs more to prepare than a row to write.
 */
function statementsOf(groups: Group[]): InStatement[] {
  let last = 0
  const rows = groups.map((group) => {
    const { sandboxId, traceId, batch } = cut(group)
    const data = JSON.stringify(batch)
    const size = sizeOf(batch)
    const spans = batch.ended.length
    last += size
    return {
      sandboxId,
      traceId,
      data,
      size,
      last,
      spans,
      bytes: Buffer.byteLength(data),
      leftOut: group.batch.ended.length - spans,
    }
  })
  const sums = JSON.stringify(rows.map(({ data: _, ...sum }) => sum))
  const sandboxes = JSON.stringify([
    ...new Set(groups.map((group) => group.sandboxId)),
  ])
  return [
    {
      sql: `insert into traces (sandbox_id, trace_id, spans, bytes, left_out, created_at)
            select sandboxes.id, value ->> 'traceId', 0, 0, value ->> 'leftOut', :now
            from json_each(:sums) join sandboxes on sandboxes.id = value ->> 'sandboxId'
            where true
            on conflict (sandbox_id, trace_id)
            do update set left_out = left_out + excluded.left_out`,
      args: { sums, now: Date.now() },
    },
    {
      sql: `insert into events (id, sandbox_id, kind, trace_id, data, size, created_at)
            select (select coalesce(max(seq), 0) from sqlite_sequence where name = 'events')
                   + (value ->> 'last'),
                   sandbox_id, 'spans', trace_id, value ->> 'data', value ->> 'size', :now
            from json_each(:rows) join traces
              on sandbox_id = value ->> 'sandboxId' and trace_id = value ->> 'traceId'
            where ${fits} order by value ->> 'last'`,
      args: { rows: JSON.stringify(rows), now: Date.now() },
    },
    {
      sql: `update traces set
              spans = spans + iif(${fits}, value ->> 'spans', 0),
              bytes = bytes + iif(${fits}, value ->> 'bytes', 0),
              left_out = left_out + iif(${fits}, 0, value ->> 'spans')
            from json_each(:sums)
            where sandbox_id = value ->> 'sandboxId' and trace_id = value ->> 'traceId'`,
      args: { sums },
    },
    {
      sql: `delete from traces where (sandbox_id, trace_id) in (
              select old.sandbox_id, old.trace_id
              from json_each(:sandboxes) as one cross join traces as old
              where old.sandbox_id = one.value and old.created_at < (
                select created_at from traces where sandbox_id = one.value
                order by created_at desc limit 1 offset :kept))`,
      args: { sandboxes, kept: env.QUOTA_TRACES - 1 },
    },
  ]
}

/** Whether a trace has room for a batch. Asked twice of the same row, so equal. */
const fits = `spans + (value ->> 'spans') <= ${traceLimits.spans}
              and bytes + (value ->> 'bytes') <= ${traceLimits.bytes}`

/** A batch that alone would break the limit keeps its first spans. */
function cut(group: Group): Group {
  const { started, ended } = group.batch
  if (ended.length <= traceLimits.spans) return group
  const kept = ended.slice(0, traceLimits.spans)
  const ids = new Set(kept.map((span) => span.spanId))
  const isKept = (start: SpanStart | string) =>
    ids.has(typeof start === 'string' ? start : start.spanId)
  return { ...group, batch: { started: started.filter(isKept), ended: kept } }
}

declare global {
  var backOfHouseSpans: SpanStore | undefined
}

/** The one store of this process, shared by every copy of this module. */
export function spanStore(): SpanStore {
  return (globalThis.backOfHouseSpans ??= new SpanStore(sharedClient))
}
