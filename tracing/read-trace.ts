import { and, asc, eq } from 'drizzle-orm'
import type { Span, Trace } from '@/contracts/trace'
import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { traces } from '@/db/schema/traces'
import type { SpanBatch } from './span-events'

/** A trace out of a visitor's own database; null when it is not theirs. */
export async function readTrace(
  db: Database,
  traceId: string,
): Promise<Trace | null> {
  const [summary] = await db
    .select()
    .from(traces)
    .where(eq(traces.traceId, traceId))
  if (!summary) return null

  const rows = await db
    .select()
    .from(events)
    .where(and(eq(events.traceId, traceId), eq(events.kind, 'spans')))
    .orderBy(asc(events.id))
  const spans = new Map<string, Span>()
  for (const row of rows)
    // Only tracing/span-store writes rows of this kind.
    for (const span of (row.data as SpanBatch).ended)
      if (!spans.has(span.spanId)) spans.set(span.spanId, span)

  const sorted = [...spans.values()].sort((a, b) => {
    const difference = BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  })
  const { leftOut } = summary
  return {
    traceId,
    spans: sorted,
    truncated: leftOut > 0,
    ...(leftOut > 0 ? { spansLeftOut: leftOut } : {}),
  }
}
