import { and, asc, eq } from 'drizzle-orm'
import type { Span, Trace } from '@/contracts/trace'
import { sharedClient, type Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { traces } from '@/db/schema/traces'
import { templatesIn, unpackBatch } from './unpack-spans'
import { loadTemplates } from './span-templates'

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
  await loadTemplates(
    sharedClient(),
    rows.flatMap(({ data }) => templatesIn(data)),
  )
  const spans = new Map<string, Span>()
  for (const { data } of rows)
    for (const span of unpackBatch(traceId, data).ended)
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
