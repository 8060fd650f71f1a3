import type { HrTime } from '@opentelemetry/api'
import type { Span } from '@/contracts/trace'
import type { Offset, PackedSpan, PackedStart, Rest } from './packed-spans'
import {
  nanoseconds,
  type RecordedSpan,
  type RecordedStart,
} from './recorded-span'
import type { SpanTemplate, SpanTemplates } from './span-templates'

/** Spans of a trace that wait to be stored. A span that also ended is named by its id. */
export type RecordedBatch = {
  started: (RecordedStart | string)[]
  ended: RecordedSpan[]
}

/** So many spans and bytes at most. */
type Room = { spans: number; bytes: number }

export type PackedText = {
  json: string
  /** How many events it stands for, and so how many ids it takes. */
  size: number
  /** Its spans: the first that there was room for. */
  kept: number
}

export function packBatch(
  { started, ended }: RecordedBatch,
  templates: SpanTemplates,
  room: Room = { spans: Infinity, bytes: Infinity },
): PackedText {
  const first = [...ended, ...started].find((one) => typeof one !== 'string')
  const base = typeof first === 'object' ? first.startTime : zero
  const starts = packStarts(started, ended, base)
  const spans: string[] = []
  let bytes = Buffer.byteLength(textOf(base, templates, starts, []))
  for (const span of ended) {
    const packed = packSpan(span, base, templates)
    bytes += Buffer.byteLength(packed) + 1
    if (spans.length >= room.spans || bytes > room.bytes) break
    spans.push(packed)
  }
  const kept = spans.length
  const begun =
    kept === ended.length
      ? starts
      : starts.filter((start) => typeof start !== 'number' || start < kept)
  const json = textOf(base, templates, begun, spans)
  return { json, size: begun.length + kept, kept }
}

function textOf(
  base: HrTime,
  { shapes }: SpanTemplates,
  starts: (PackedStart | number)[],
  spans: string[],
): string {
  return `{"v":2,"base":"${nanoseconds(base)}","shapes":"${shapes}","started":${JSON.stringify(starts)},"ended":[${spans.join()}]}`
}

/** What has also ended is named by its place among the ended. */
function packStarts(
  started: RecordedBatch['started'],
  ended: RecordedSpan[],
  base: HrTime,
): (PackedStart | number)[] {
  const places = new Map(ended.map(({ spanId }, place) => [spanId, place]))
  return started.flatMap((start) =>
    typeof start === 'string'
      ? (places.get(start) ?? [])
      : packStart(start, base),
  )
}

const zero: HrTime = [0, 0]

function since(base: HrTime, time: HrTime): Offset {
  const offset = (time[0] - base[0]) * 1e9 + time[1] - base[1]
  return Number.isSafeInteger(offset) ? offset : nanoseconds(time)
}

function packStart(
  { startTime, ...start }: RecordedStart,
  base: HrTime,
): PackedStart {
  return { ...start, start: since(base, startTime) }
}

/** As JSON; the notes of changed rows are JSON already. */
function packSpan(
  span: RecordedSpan,
  base: HrTime,
  templates: SpanTemplates,
): string {
  const { spanId, parentSpanId, startTime, endTime, noted } = span
  const named = templates.of(span)
  const packed: PackedSpan = [
    spanId,
    parentSpanId,
    since(base, startTime),
    since(startTime, endTime),
    named?.id ?? null,
    restOf(span, named?.template) ?? 0,
  ]
  const json = JSON.stringify(packed)
  return noted ? `${json.slice(0, -1)},${noted.json}]` : json
}

function restOf(
  span: RecordedSpan,
  template: SpanTemplate | undefined,
): Rest | null {
  const { status, sql, noted } = span
  const rest: Rest = {}
  if (!template) {
    const { name, kind, service, attributes, code } = span
    rest.template = { name, kind, service, attributes }
    if (code) rest.template.code = code
    if (sql) rest.template.text = sql.text
    if (sql?.plan) rest.template.plan = sql.plan
  } else if (span.attributes !== template.attributes) {
    const attributes = difference(span.attributes, template.attributes)
    if (attributes) rest.attributes = attributes
  }
  if (status.code !== 'unset') rest.status = status
  if (span.events.length > 0) rest.events = span.events
  if (sql) rest.sql = [sql.parameters, sql.rowsReturned, sql.rowsAffected]
  if (sql?.rows) rest.rows = sql.rows
  if (template && sql?.plan !== template.plan) rest.plan = sql?.plan ?? null
  if (noted && noted.leftOut > 0) rest.leftOut = noted.leftOut
  if (span.wire) rest.wire = span.wire
  return Object.keys(rest).length > 0 ? rest : null
}

function difference(
  own: Span['attributes'],
  common: Span['attributes'],
): Rest['attributes'] {
  let found: Rest['attributes']
  for (const name in own)
    if (own[name] !== common[name]) (found ??= {})[name] = own[name] ?? null
  for (const name in common) if (!(name in own)) (found ??= {})[name] = null
  return found
}
