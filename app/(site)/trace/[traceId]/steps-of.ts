import type { Span } from '@/contracts/trace'
import type { Place } from '@/components/trace/place-of'
import { rowsInTime, type SpanRow } from '@/components/trace/span-rows'

/** The light side is the reader's machine, the dark side everybody else's. */
export type Side = 'front' | 'back'

export type Step = SpanRow<Span> & { number: number; side: Side }

/** The steps in the order they are told, cut wherever the side changes. */
export function stretchesOf(
  spans: readonly Span[],
): { side: Side; steps: Step[] }[] {
  const stretches: { side: Side; steps: Step[] }[] = []
  rowsInTime(spans).forEach((row, index) => {
    const step = { ...row, number: index + 1, side: sideOf(row.place) }
    const last = stretches.at(-1)
    if (last?.side === step.side) last.steps.push(step)
    else stretches.push({ side: step.side, steps: [step] })
  })
  return stretches
}

function sideOf(place: Place): Side {
  return place === 'browser' || place === 'network' ? 'front' : 'back'
}

/** The statement a span ran; older traces have its text as an attribute. */
export function statementOf({ sql, attributes }: Span): Span['sql'] {
  if (sql) return sql
  const text = attributes['db.query.text']
  return typeof text === 'string'
    ? { text, parameters: [], rowsReturned: null, rowsAffected: null }
    : undefined
}

/** How much of the statement's work is known, in words. */
export function rowsInWords({
  rowsReturned,
  rowsAffected,
}: NonNullable<Span['sql']>): string {
  const said = [
    ...(rowsReturned ? [`${counted(rowsReturned)} read`] : []),
    ...(rowsAffected ? [`${counted(rowsAffected)} changed`] : []),
  ]
  return said.join(', ')
}

function counted(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`
}

/** `23 November 2026, 00:07:47.126 UTC` */
export function momentOf(originNs: bigint): string {
  const at = new Date(Number(originNs / 1_000_000n))
  const day = at.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return `${day}, ${at.toISOString().slice(11, 23)} UTC`
}

/** Text as it was sent, broken into lines where it is JSON. */
export function legible(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

/** A region's lines without the indentation that all of them share. */
export function linesOf(source: string): string[] {
  const lines = source.split('\n')
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length)
  const shared = indents.length > 0 ? Math.min(...indents) : 0
  return lines.map((line) => line.slice(shared))
}
