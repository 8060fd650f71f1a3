import type { InStatement } from '@libsql/client'
import { env } from '@/env'
import { packBatch, type RecordedBatch } from './pack-spans'
import type { SpanTemplates } from './span-templates'

/** Spans and bytes that one trace may hold; what is over is counted, not kept. */
export const traceLimits = { spans: 512, bytes: 1024 * 1024 }

/** How much of a trace is stored. */
export type TraceSum = { spans: number; bytes: number }

/** What is to be stored of one trace, and how many spans are already lost. */
export type Group = {
  sandboxId: string
  traceId: string
  batch: RecordedBatch
  leftOut: number
}

type StoredGroup = {
  sandboxId: string
  traceId: string
  data: string
  /** How many ids it takes in the event log. */
  size: number
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
  templates: SpanTemplates,
): StoredGroup[] {
  return groups.map((group) => {
    const { spans = 0, bytes = 0 } = sumOf(group) ?? {}
    const { ended } = group.batch
    const { json, size, kept } = packBatch(group.batch, templates, {
      spans: traceLimits.spans - spans,
      bytes: traceLimits.bytes - bytes,
    })
    return {
      sandboxId: group.sandboxId,
      traceId: group.traceId,
      data: json,
      size,
      spans: kept,
      bytes: Buffer.byteLength(json),
      leftOut: group.leftOut + ended.length - kept,
    }
  })
}

/** Two statements for each trace; the second returns its new sums. */
export function storingStatements(rows: StoredGroup[]): InStatement[] {
  const now = Date.now()
  return rows.flatMap((row): InStatement[] => {
    const { sandboxId, traceId, data, size, spans, bytes, leftOut } = row
    const known = [sandboxId, traceId, spans, bytes]
    return [
      { sql: storeSpans, args: [...known, data, size, now] },
      { sql: countSpans, args: [...known, leftOut, now] },
    ]
  })
}

/** Whether the trace has room: another process may have written to it meanwhile. */
const fits = `coalesce(traces.spans, 0) + ?3 <= ${traceLimits.spans}
          and coalesce(traces.bytes, 0) + ?4 <= ${traceLimits.bytes}`

/** Nothing is stored for a sandbox that is gone. Known by its start as relaxed. */
const storeSpans = `
  insert into events (kind, id, sandbox_id, trace_id, data, size, created_at)
  select 'spans',
         (select coalesce(max(seq), 0) from sqlite_sequence where name = 'events') + ?6,
         sandboxes.id, ?2, ?5, ?6, ?7
  from sandboxes left join traces
    on traces.sandbox_id = sandboxes.id and traces.trace_id = ?2
  where sandboxes.id = ?1 and ?6 > 0 and ${fits}`

/** After the spans: both ask whether there is room for them of the same sums. */
const countSpans = `
  insert into traces (sandbox_id, trace_id, spans, bytes, left_out, created_at)
  select sandboxes.id, ?2, iif(${fits}, ?3, 0), iif(${fits}, ?4, 0),
         ?5 + iif(${fits}, 0, ?3), ?6
  from sandboxes left join traces
    on traces.sandbox_id = sandboxes.id and traces.trace_id = ?2
  where sandboxes.id = ?1
  on conflict (sandbox_id, trace_id) do update set
    spans = spans + excluded.spans,
    bytes = bytes + excluded.bytes,
    left_out = left_out + excluded.left_out
  returning sandbox_id, trace_id, spans, bytes`

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
