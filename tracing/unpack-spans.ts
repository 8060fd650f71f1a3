import type { Span, SqlStatement } from '@/contracts/trace'
import type { Offset, PackedBatch, PackedSpan, Rest } from './packed-spans'
import { changesOf } from './row-changes'
import type { SpanBatch } from './span-events'
import { shapesBy, templateBy, type SpanTemplate } from './span-templates'

/** The templates that a stored batch names. */
export function templatesIn(stored: unknown): string[] {
  const batch = stored as PackedBatch | SpanBatch
  if (!('v' in batch)) return []
  const ids = batch.ended.flatMap(([, , , , id]) => id ?? [])
  return [...ids, batch.shapes]
}

/** A stored batch as events have it; its templates are known by now. */
export function unpackBatch(traceId: string, stored: unknown): SpanBatch {
  // Only tracing/span-store writes these; before templates they were whole.
  const batch = stored as PackedBatch | SpanBatch
  if (!('v' in batch)) return batch
  const ended = batch.ended.map((packed) => unpackSpan(traceId, packed, batch))
  const started = batch.started.flatMap((start) => {
    if (typeof start === 'number') return ended[start]?.spanId ?? []
    const { start: offset, ...known } = start
    return { traceId, ...known, startTimeUnixNano: timeAt(batch.base, offset) }
  })
  return { started, ended }
}

function timeAt(base: string, offset: Offset): string {
  return typeof offset === 'string'
    ? offset
    : String(BigInt(base) + BigInt(offset))
}

/** For a span whose template is gone, with a process that nobody remembers. */
const forgotten: SpanTemplate = {
  name: '(forgotten)',
  kind: 'internal',
  service: 'plateful',
  attributes: {},
}

function unpackSpan(
  traceId: string,
  packed: PackedSpan,
  { base, shapes }: PackedBatch,
): Span {
  const [spanId, parentSpanId, start, duration, id, packedRest, notes] = packed
  const rest = packedRest === 0 ? {} : packedRest
  const template = (id === null ? rest.template : templateBy(id)) ?? forgotten
  const { name, kind, service, code } = template
  const startTimeUnixNano = timeAt(base, start)
  return {
    traceId,
    spanId,
    parentSpanId,
    name,
    kind,
    service,
    startTimeUnixNano,
    endTimeUnixNano: timeAt(startTimeUnixNano, duration),
    status: rest.status ?? { code: 'unset' },
    attributes: withDifference(template.attributes, rest.attributes),
    events: rest.events ?? [],
    ...(code ? { code } : {}),
    ...(template.text === undefined
      ? {}
      : { sql: sqlOf(template, rest, notes, shapes) }),
    ...(rest.wire ? { wire: rest.wire } : {}),
  }
}

function withDifference(
  common: Span['attributes'],
  difference: Rest['attributes'],
): Span['attributes'] {
  const attributes = { ...common }
  for (const [name, value] of Object.entries(difference ?? {}))
    if (value === null) delete attributes[name]
    else attributes[name] = value
  return attributes
}

function sqlOf(
  { text = '', plan: common }: SpanTemplate,
  { sql, rows, plan = common, leftOut = 0 }: Rest,
  notes: unknown,
  shapes: string,
): SqlStatement {
  const [parameters = [], rowsReturned = null, rowsAffected = null] = sql ?? []
  return {
    text,
    parameters,
    rowsReturned,
    rowsAffected,
    ...(rows ? { rows } : {}),
    ...(plan ? { plan } : {}),
    ...(notes ? changesOf(notes, leftOut, shapesBy(shapes)) : {}),
  }
}
