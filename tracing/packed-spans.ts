import type { Span, SpanStart, SqlStatement, SqlValue } from '@/contracts/trace'
import type { SpanTemplate } from './span-templates'

/** Nanoseconds; as text the time itself, when it is too far away for a number. */
export type Offset = number | string

/**
 * What differs from span to span. Times are nanoseconds since the batch's base;
 * the notes of changed rows stand behind it, as the database wrote them.
 */
export type PackedSpan = [
  spanId: string,
  parentSpanId: string | null,
  start: Offset,
  duration: Offset,
  template: string | null,
  rest: Rest | 0,
  notes?: unknown,
]

export type Rest = {
  /** The template itself, of a span that has none in common with others. */
  template?: SpanTemplate
  status?: Span['status']
  /** Attributes that the template has not, or otherwise; null for those lacking. */
  attributes?: Record<string, Span['attributes'][string] | null>
  events?: Span['events']
  sql?: [SqlValue[], number | null, number | null]
  rows?: SqlStatement['rows']
  /** Where it is not the template's; null for none. */
  plan?: string[] | null
  leftOut?: number
  wire?: Span['wire']
}

export type PackedStart = Omit<SpanStart, 'traceId' | 'startTimeUnixNano'> & {
  start: Offset
}

export type PackedBatch = {
  v: 2
  base: string
  shapes: string
  started: (PackedStart | number)[]
  ended: PackedSpan[]
}
