import type { InStatement } from '@libsql/client'
import type { Span, SpanStart } from '@/contracts/trace'
import { env } from '@/env'
import type { SpanBatch } from './span-events'

/** Spans and bytes that one trace may hold; what is over is counted, not kept. */
export const traceLimits = { spans: 512, bytes: 1024 * 1024 }

/** How much of a trace is stored. */
export type TraceSum = { spans: number; bytes: number }

/** What is to be stored of one trace, and how many spans are already lost. */
export type Group = {
  sandboxId: string
  traceId: string
  batch: SpanBatch
  leftOut: number
}

type StoredGroup = {
  sandboxId: string
  traceId: string
  data: string
  /** How many ids it takes in the event log, and the last of all so far. */
  size: number
  last: number
  spans: number
  bytes: number
  leftOut: number
}

/**
 * Each group as a row of the event log, as far as its trace has room. One that
 * has none keeps its first spans; the others are counted.
 */
export function rowsFor(
  groups: Group[],
  sumOf: (group: Group) => TraceSum | undefined,
): StoredGroup[] {
  let last = 0
  return groups.map((group) => {
    const { spans = 0, bytes = 0 } = sumOf(group) ?? {}
    const { ended, started } = group.batch
    const kept = fitting(ended, {
      spans: traceLimits.spans - spans,
      bytes: traceLimits.bytes - bytes - Buffer.byteLength(textOf(started, [])),
    })
    const begun = withoutLost(started, ended.slice(kept.length))
    const data = textOf(begun, kept)
    const size = begun.length + kept.length
    last += size
    return {
      sandboxId: group.sandboxId,
      traceId: group.traceId,
      data,
      size,
      last,
      spans: kept.length,
      bytes: Buffer.byteLength(data),
      leftOut: group.leftOut + ended.length - kept.length,
    }
  })
}

/** A span batch as JSON, of spans that are JSON already. */
function textOf(started: SpanBatch['started'], ended: string[]): string {
  return `{"started":${JSON.stringify(started)},"ended":[${ended.join()}]}`
}

/** The first spans that there is room for, as JSON. */
function fitting(ended: Span[], room: TraceSum): string[] {
  const kept: string[] = []
  let bytes = 0
  for (const span of ended) {
    const text = JSON.stringify(span)
    bytes += Buffer.byteLength(text) + 1
    if (kept.length >= room.spans || bytes > room.bytes) break
    kept.push(text)
  }
  return kept
}

function withoutLost(started: SpanBatch['started'], lost: Span[]) {
  if (lost.length === 0) return started
  const ids = new Set(lost.map((span) => span.spanId))
  return started.filter((start) => !ids.has(idOf(start)))
}

function idOf(start: SpanStart | string): string {
  return typeof start === 'string' ? start : start.spanId
}

/**
 * Three statements, however many traces there are: they travel as one JSON
 * array, since each statement costs more to prepare than a row to write. The
 * last returns the sums of the traces it wrote to.
 */
export function storingStatements(rows: StoredGroup[]): InStatement[] {
  const sums = JSON.stringify(rows.map(({ data: _, ...sum }) => sum))
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
            where value ->> 'size' > 0 and ${fits} order by value ->> 'last'`,
      args: { rows: JSON.stringify(rows), now: Date.now() },
    },
    {
      sql: `update traces set
              spans = spans + iif(${fits}, value ->> 'spans', 0),
              bytes = bytes + iif(${fits}, value ->> 'bytes', 0),
              left_out = left_out + iif(${fits}, 0, value ->> 'spans')
            from json_each(:sums)
            where sandbox_id = value ->> 'sandboxId' and trace_id = value ->> 'traceId'
            returning sandbox_id, trace_id, spans, bytes`,
      args: { sums },
    },
  ]
}

/**
 * Whether a trace has room for a group: another process may have written to it
 * meanwhile. Asked twice of the same row, so answered the same.
 */
const fits = `spans + (value ->> 'spans') <= ${traceLimits.spans}
              and bytes + (value ->> 'bytes') <= ${traceLimits.bytes}`

/** The newest traces of each sandbox stay, so many of them. */
export function keepNewest(sandboxIds: string[]): InStatement {
  return {
    sql: `delete from traces where (sandbox_id, trace_id) in (
            select old.sandbox_id, old.trace_id
            from json_each(:sandboxes) as one cross join traces as old
            where old.sandbox_id = one.value and old.created_at < (
              select created_at from traces where sandbox_id = one.value
              order by created_at desc limit 1 offset :kept))`,
    args: {
      sandboxes: JSON.stringify(sandboxIds),
      kept: env.QUOTA_TRACES - 1,
    },
  }
}

/** And so many bytes of them; the newest stays in any case. */
export function keepWithinBytes(sandboxIds: string[]): InStatement {
  return {
    sql: `delete from traces where (sandbox_id, trace_id) in (
            select sandbox_id, trace_id from (
              select sandbox_id, trace_id, bytes,
                     sum(bytes) over newest_first as total
              from json_each(:sandboxes) as one
                cross join traces on traces.sandbox_id = one.value
              window newest_first as (
                partition by sandbox_id order by created_at desc, trace_id))
            where total > :most and total > bytes)`,
    args: {
      sandboxes: JSON.stringify(sandboxIds),
      most: env.QUOTA_TRACE_BYTES,
    },
  }
}
