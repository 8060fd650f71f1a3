import type { RecordedTrace } from '@/contracts/lab-recordings'
import type { Span } from '@/contracts/trace'
import { chartOf, type ChartBit } from '@/components/trace/chart'
import { correctClockSkew } from '@/components/trace/clock-skew'
import type { Place } from '@/components/trace/place-of'
import { sentenceOf, stepNameOf } from '@/components/trace/story'

/** A lab's timeline begins where its request leaves the browser. */
const ofLabs = ['network', 'server', 'data', 'service', 'auth'] as const

/** Of a trace what a figure draws and tells: a timeline and its sentences. */
export function keepTrace(
  title: string,
  spans: readonly Span[],
  {
    maxRows,
    places = ofLabs,
  }: { maxRows: number; places?: readonly Place[] | undefined },
): RecordedTrace {
  const { rows } = chartOf(correctClockSkew(spans).spans, { maxRows, places })
  const fromMs = Math.min(...rows.map(({ startMs }) => startMs))
  const barOf = barsFrom(fromMs)
  const kept = rows.map((row) => {
    const span = spans.find(({ spanId }) => spanId === row.id)
    if (!span) throw new Error(`${row.name} is drawn and is no span`)
    return {
      name: row.name,
      ...barOf(row),
      step: stepNameOf(span),
      told: ended(sentenceOf(span)),
      depth: row.depth,
      isGroup: row.isGroup,
      fault: row.fault ?? null,
      bits: row.bits.map(barOf),
    }
  })
  const untilMs = Math.max(...kept.map(({ endMs }) => endMs))
  return { title, untilMs, rows: withoutSlivers(kept, untilMs) }
}

type Row = RecordedTrace['rows'][number]

/** A piece thinner than a thousandth of the axis is not seen, and not kept. */
export function withoutSlivers(rows: readonly Row[], untilMs: number): Row[] {
  return rows.map((row, at) => {
    const bits = row.bits.filter(
      ({ startMs, endMs }) => endMs - startMs >= untilMs / 1000,
    )
    const hasChildren = (rows[at + 1]?.depth ?? 0) > row.depth
    return { ...row, bits, isGroup: hasChildren || bits.length > 0 }
  })
}

/** What a program said of its failure may lack its full stop. */
function ended(sentence: string): string {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`
}

/** The axis begins with what is drawn first. */
function barsFrom(fromMs: number) {
  return ({ name, place, startMs, endMs, isFailed }: ChartBit) => {
    if (endMs === null) throw new Error(`${name} has not ended`)
    return {
      place,
      startMs: rounded(startMs - fromMs),
      endMs: rounded(endMs - fromMs),
      isFailed,
    }
  }
}

/** To the microsecond; finer than that nothing is drawn. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
