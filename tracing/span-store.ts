import type { Client, InStatement } from '@libsql/client'
import { sharedClient } from '@/db/client'
import { env } from '@/env'
import type { Span, SpanStart } from '@/contracts/trace'
import { sizeOf, startOf, type SpanBatch } from './span-events'

/** Spans and bytes that one trace may hold; what is over is counted, not kept. */
export const traceLimits = { spans: 512, bytes: 1024 * 1024 }

/**
 * Spans of a request end close together; this long they wait for each other.
 * Longer where each write is a round trip, and holds up other writers.
 */
const gatherMs = env.databaseUrl.startsWith('file:') ? 12 : 100

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
      await this.#client().batch(groups.flatMap(statementsOf), 'write')
      this.#onStored()
    } catch (error) {
      // A trace is worth less than the site: it is dropped, and said so.
      console.error('Spans could not be stored:', error)
    }
  }
}

function statementsOf(group: Group): InStatement[] {
  const { sandboxId, traceId, batch } = cut(group)
  const data = JSON.stringify(batch)
  const spans = batch.ended.length
  const bytes = Buffer.byteLength(data)
  const now = Date.now()
  // Both statements below ask it of the same row, so they agree.
  const fits = `spans + :spans <= ${traceLimits.spans} and bytes + :bytes <= ${traceLimits.bytes}`
  return [
    {
      sql: `insert into traces (sandbox_id, trace_id, spans, bytes, left_out, created_at)
            select id, :traceId, 0, 0, :leftOut, :now
            from sandboxes where id = :sandboxId
            on conflict (sandbox_id, trace_id)
            do update set left_out = left_out + :leftOut`,
      args: {
        sandboxId,
        traceId,
        leftOut: group.batch.ended.length - spans,
        now,
      },
    },
    {
      sql: `insert into events (id, sandbox_id, kind, trace_id, data, size, created_at)
            select (select coalesce(max(seq), 0) from sqlite_sequence where name = 'events') + :size,
                   :sandboxId, 'spans', :traceId, :data, :size, :now
            from traces
            where sandbox_id = :sandboxId and trace_id = :traceId and ${fits}`,
      args: {
        size: sizeOf(batch),
        sandboxId,
        traceId,
        data,
        spans,
        bytes,
        now,
      },
    },
    {
      sql: `update traces set
              spans = spans + iif(${fits}, :spans, 0),
              bytes = bytes + iif(${fits}, :bytes, 0),
              left_out = left_out + iif(${fits}, 0, :spans)
            where sandbox_id = :sandboxId and trace_id = :traceId`,
      args: { sandboxId, traceId, spans, bytes },
    },
    {
      sql: `delete from traces where sandbox_id = :sandboxId and created_at < (
              select created_at from traces where sandbox_id = :sandboxId
              order by created_at desc limit 1 offset :kept)`,
      args: { sandboxId, kept: env.QUOTA_TRACES - 1 },
    },
  ]
}

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
