import type { ReplayModel } from '../replay/model'
import { duration } from '../time-scale'
import { traceFacts } from '../trace-facts'
import type { ComparedRow, Mark } from './compare-traces'

export const markWords: Record<Mark, string> = {
  same: 'same',
  slower: 'slower',
  faster: 'faster',
  added: 'added',
  repeated: 'again',
  missing: 'missing',
}

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** `a third time`, `a 12th time`. */
export function timeWords(time: number): string {
  return `a ${ordinals[time] ?? `${time}th`} time`
}

/** How many times as long, or as fast: what is the larger of the two. */
export function factorOf({ mark, ratio }: ComparedRow): number {
  return mark === 'faster' ? 1 / (ratio ?? 1) : (ratio ?? 1)
}

/** `3.2×`, `12×`: as exact as a reader can use. */
export function ratioWords(ratio: number): string {
  if (ratio >= 100) return `${Math.round(ratio).toLocaleString('en')}×`
  return ratio >= 10 ? `${ratio.toFixed(0)}×` : `${ratio.toFixed(1)}×`
}

/** A row as one sentence that needs no table around it. */
export function rowSentence(row: ComparedRow): string {
  const { title, a, b, mark, time } = row
  const fate = fateWords(row)
  if (a && b) {
    const times = `${duration(a.durationMs)} in A, ${duration(b.durationMs)} in B`
    const factor = ratioWords(factorOf(row)).replace('×', ' times')
    const how =
      mark === 'slower'
        ? `slower, B takes ${factor} as long: ${times}`
        : mark === 'faster'
          ? `faster, B is ${factor} as fast: ${times}`
          : `the same in both: ${times}`
    return `${title}: ${how}.${fate}`
  }
  if (b && mark === 'repeated')
    return `${title}: B does it ${timeWords(time)}, in ${duration(b.durationMs)}.${fate}`
  if (b)
    return `${title}: added in B, ${duration(b.durationMs)}. A has no such step.${fate}`
  return `${title}: missing in B. In A it took ${duration(a?.durationMs ?? 0)}.${fate}`
}

function fateWords({ a, b }: ComparedRow): string {
  if (a?.isFailed && b?.isFailed) return ' It fails in both.'
  if (a?.isFailed) return ' It fails in A.'
  return b?.isFailed ? ' It fails in B.' : ''
}

export type Total = {
  term: string
  a: string
  b: string
  /** What B has more or less; empty where both are alike. */
  difference: string
  isWorse: boolean
}

/** The sums of both traces: none of them is typed by anybody. */
export function totalsOf(a: ReplayModel, b: ReplayModel): Total[] {
  const [inA, inB] = [traceFacts(a.spans), traceFacts(b.spans)]
  const count = (term: string, x: number, y: number): Total => ({
    term,
    a: x.toLocaleString('en'),
    b: y.toLocaleString('en'),
    difference: x === y ? '' : `${y > x ? '+' : '−'}${Math.abs(y - x)}`,
    isWorse: false,
  })
  const failed = count('Failed', inA.failed, inB.failed)
  return [
    {
      term: 'Answered',
      a: answerWords(a),
      b: answerWords(b),
      difference: '',
      isWorse: (b.answer?.status ?? 0) >= 400,
    },
    {
      term: 'All done',
      a: duration(a.endMs),
      b: duration(b.endMs),
      difference: a.endMs > 0 ? ratioWords(b.endMs / a.endMs) : '',
      isWorse: false,
    },
    count('Spans', inA.spans, inB.spans),
    count('Statements', inA.statements, inB.statements),
    count('Rows changed', rowsChanged(a), rowsChanged(b)),
    { ...failed, isWorse: inB.failed > inA.failed },
  ]
}

function answerWords({ answer }: ReplayModel): string {
  return answer
    ? `${answer.status} in ${duration(answer.atMs)}`
    : 'no answer seen'
}

/** Rows as the database noted them; where it did not, as it counted them. */
function rowsChanged({ spans }: ReplayModel): number {
  return spans.reduce(
    (sum, { sql }) =>
      sum + (sql?.changes?.length ?? (sql ? (sql.rowsAffected ?? 0) : 0)),
    0,
  )
}

/** All of it in two sentences, which alone are enough to follow the lesson. */
export function summaryOf(
  rows: readonly ComparedRow[],
  a: ReplayModel,
  b: ReplayModel,
): { time: string; steps: string } {
  const count = (...marks: Mark[]) =>
    rows.filter(({ mark }) => marks.includes(mark)).length
  const parts = [
    words(count('added'), 'added'),
    words(count('repeated'), 'done again'),
    words(count('missing'), 'missing'),
    words(count('slower'), 'slower'),
    words(count('faster'), 'faster'),
  ].filter((part) => part !== '')
  const apart = b.endMs - a.endMs
  const time =
    Math.abs(apart) < 1
      ? 'Both take the same time.'
      : `B takes ${duration(Math.abs(apart))} ${apart > 0 ? 'longer' : 'less'}.`
  const alike = count('same')
  const steps =
    parts.length === 0
      ? `All ${alike} steps are alike.`
      : `Of ${rows.length} steps ${listed(parts)}; ${alike} are alike.`
  return { time, steps }
}

function words(count: number, what: string): string {
  if (count === 0) return ''
  return `${count} ${count === 1 ? 'is' : 'are'} ${what}`
}

function listed(parts: string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2
    ? last
    : `${parts.slice(0, -1).join(', ')} and ${last}`
}
