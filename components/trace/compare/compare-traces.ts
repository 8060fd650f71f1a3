import type { Span } from '@/contracts/trace'
import { placeOf, type Place } from '../place-of'
import type { ReplayModel } from '../replay/model'
import type { ReplayStep } from '../replay/steps'
import { titleOf } from '../step-titles'
import { align } from './align'

/** How a step of one trace stands to the same step of the other. */
export type Mark =
  | 'same'
  | 'slower'
  | 'faster'
  /** Only in B, and for the first time. */
  | 'added'
  /** Only in B, which has done the same before. */
  | 'repeated'
  /** Only in A. */
  | 'missing'

export type ComparedStep = {
  /** Its place in the trace's own replay, from 1. */
  number: number
  span: Span
  startMs: number
  durationMs: number
  isFailed: boolean
}

export type ComparedRow = {
  mark: Mark
  title: string
  place: Place
  a: ComparedStep | null
  b: ComparedStep | null
  /** How many times as long it took in B, where it is in both. */
  ratio: number | null
  /** Which time B does this, where it does it again. */
  time: number
  /** It failed in one of the two and not in the other. */
  isOtherEnd: boolean
}

/** So many times as long, and by so much, before anybody calls it slower. */
const leastRatio = 1.5
const leastMs = 1

/** Two traces as rows of one table, in the order of time. */
export function compareTraces(a: ReplayModel, b: ReplayModel): ComparedRow[] {
  const keysA = a.steps.map(keyOf)
  const keysB = b.steps.map(keyOf)
  const timesB = timesOf(keysB)
  return align(keysA, keysB).map((pair) => {
    const inA = pair.a === null ? undefined : a.steps[pair.a]
    const inB = pair.b === null ? undefined : b.steps[pair.b]
    const time = pair.b === null ? 1 : (timesB[pair.b] ?? 1)
    return rowOf(inA, inB, time)
  })
}

/** What makes two steps the same: where they ran, their name, their SQL. */
function keyOf({ row }: ReplayStep<Span>): string {
  const { name, kind, service, sql } = row.span
  return JSON.stringify([service, kind, name, sql && sameSql(sql.text)])
}

/** Three dishes are looked up or written as one is: only the lists are longer. */
function sameSql(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(
      /\( ?\?(?: ?, ?\?)* ?\)(?: ?, ?\( ?\?(?: ?, ?\?)* ?\))*/g,
      '(?)',
    )
}

/** For each key which time it comes, from 1. */
function timesOf(keys: readonly string[]): number[] {
  const times = new Map<string, number>()
  return keys.map((key) => {
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return time
  })
}

function rowOf(
  inA: ReplayStep<Span> | undefined,
  inB: ReplayStep<Span> | undefined,
  time: number,
): ComparedRow {
  const a = inA ? stepOf(inA) : null
  const b = inB ? stepOf(inB) : null
  const span = (b ?? a)?.span
  const ratio = a && b ? b.durationMs / Math.max(a.durationMs, 1e-6) : null
  return {
    mark: markOf(a, b, ratio, time),
    title: span ? titleOf(span) : '',
    place: span ? placeOf(span) : 'server',
    a,
    b,
    ratio,
    time,
    isOtherEnd: a !== null && b !== null && a.isFailed !== b.isFailed,
  }
}

function stepOf({ number, row }: ReplayStep<Span>): ComparedStep {
  const { span, startMs, endMs } = row
  return {
    number,
    span,
    startMs,
    durationMs: (endMs ?? startMs) - startMs,
    isFailed: span.status.code === 'error',
  }
}

function markOf(
  a: ComparedStep | null,
  b: ComparedStep | null,
  ratio: number | null,
  time: number,
): Mark {
  if (!a) return time > 1 ? 'repeated' : 'added'
  if (!b || ratio === null) return 'missing'
  const isFar = Math.abs(b.durationMs - a.durationMs) >= leastMs
  if (isFar && ratio >= leastRatio) return 'slower'
  if (isFar && ratio <= 1 / leastRatio) return 'faster'
  return 'same'
}

/** Whether a row tells of a difference at all. */
export function isDifferent({ mark, isOtherEnd }: ComparedRow): boolean {
  return mark !== 'same' || isOtherEnd
}
