import type { Span } from '@/contracts/trace'
import { documentsOf } from './otlp-documents'
import { asList, isObject, member, type Json } from './otlp-json'
import { readAttributes, readSpan } from './otlp-span'
import { readCut } from './otlp-own'

/** What a file may hold. A larger one is refused before it is read. */
export const importLimits = { bytes: 50 * 1024 * 1024, spans: 100_000 }

type ImportedTrace = {
  traceId: string
  /** By their start. */
  spans: Span[]
  /** Whoever exported it had left spans out. */
  truncated: boolean
  /** How many, where the file says so. */
  spansLeftOut?: number
}

export type Import = {
  /** The largest first. */
  traces: ImportedTrace[]
  /** Spans without a valid id or start, and those over the limit. */
  leftOut: number
  /** Spans that had not ended: they are kept, and end where they began. */
  unended: number
  /** The last line of a file with one document a line was cut off. */
  isCut: boolean
}

/**
 * Reads OTLP/JSON, whoever wrote it: one document, or one a line, as the
 * collector's file exporter writes them. Nothing leaves the page for it.
 */
export function importOtlp(text: string): Import | { error: string } {
  if (text.length > importLimits.bytes) return { error: tooLarge }
  const read = documentsOf(text)
  if ('error' in read) return read

  const reader = new TraceReader()
  for (const document of read.documents) reader.read(document)
  const traces = reader.traces()
  if (traces.length === 0)
    return {
      error:
        reader.leftOut > 0
          ? 'None of the spans in this file has a valid id and a start.'
          : 'There are no spans in this file.',
    }
  const { leftOut, unended } = reader
  return { traces, leftOut, unended, isCut: read.isCut }
}

export const tooLarge = `This file is larger than ${importLimits.bytes / 1024 ** 2} MiB, which is more than a page should hold.`

type Gathered = { spans: Map<string, Span>; cut: number | undefined }

class TraceReader {
  readonly #traces = new Map<string, Gathered>()
  #kept = 0
  leftOut = 0
  unended = 0

  read(document: Json): void {
    for (const batch of batchesOf(document)) {
      const resource = member(batch, 'resource')
      const attributes = isObject(resource) ? readAttributes(resource) : {}
      const name = attributes['service.name']
      const service = typeof name === 'string' && name ? name : 'unknown'
      const cut = readCut(attributes)
      for (const span of spansOf(batch)) this.#take(span, service, cut)
    }
  }

  #take(given: unknown, service: string, cut: number | undefined): void {
    const read = this.#kept < importLimits.spans && readSpan(given, service)
    if (!read) {
      this.leftOut++
      return
    }
    const { span, hasEnded } = read
    const trace = this.#traces.get(span.traceId) ?? newTrace()
    this.#traces.set(span.traceId, trace)
    // Each resource tells of the whole trace: the largest is not their sum.
    if (cut !== undefined) trace.cut = Math.max(trace.cut ?? 0, cut)
    // A collector sends a batch again when it did not hear that it arrived.
    if (trace.spans.has(span.spanId)) return
    trace.spans.set(span.spanId, span)
    this.#kept++
    if (!hasEnded) this.unended++
  }

  traces(): ImportedTrace[] {
    return [...this.#traces]
      .map(([traceId, { spans, cut }]) => ({
        traceId,
        spans: [...spans.values()].sort(byStart),
        truncated: cut !== undefined,
        ...(cut ? { spansLeftOut: cut } : {}),
      }))
      .sort((a, b) => b.spans.length - a.spans.length)
  }
}

function newTrace(): Gathered {
  return { spans: new Map(), cut: undefined }
}

/** Batches by the names they have had: Tempo's, and those before OTLP 1.0. */
function batchesOf(document: Json): Json[] {
  const batches = member(document, 'resourceSpans') ?? document['batches']
  return asList(batches).filter(isObject)
}

function spansOf(batch: Json): unknown[] {
  const scopes =
    member(batch, 'scopeSpans') ?? member(batch, 'instrumentationLibrarySpans')
  return asList(scopes)
    .filter(isObject)
    .flatMap((scope) => asList(scope['spans']))
}

/** Decimal numbers without leading zeros: the longer one is the later. */
function byStart(a: Span, b: Span): number {
  const one = a.startTimeUnixNano
  const other = b.startTimeUnixNano
  if (one.length !== other.length) return one.length - other.length
  return one < other ? -1 : one > other ? 1 : 0
}
