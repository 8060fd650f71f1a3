import type { ListOutcome, ListWish } from '@/contracts/n-plus-one'
import type { ListWay } from '@/contracts/list-choices'
import type { Span } from '@/contracts/trace'
import type { LabReply } from '@/components/lab/ask-lab'
import type { RunAnswer } from '@/components/lab/lab-bet'
import { figureOf, withUnit } from '@/components/plot/plot-words'

export type Distance = ListWish['delayMs']
export type Size = ListWish['orders']

/** The same list, read both ways. */
export type Run = {
  orders: Size
  delayMs: Distance
  naive: LabReply<ListOutcome>
  sound: LabReply<ListOutcome>
}

export const question = {
  ask: 'A page lists 50 orders, each with its dishes. Written as one thinks of it, how many statements does that send to the database?',
  isMany: false,
  options: [
    { id: '1', text: '1' },
    { id: '2', text: '2' },
    { id: '51', text: '51' },
    { id: '2500', text: '2,500' },
  ],
}

const stepOf: Record<ListWay, string> = {
  'one-by-one': 'list them one by one',
  joined: 'list them with one join',
}

/** The statements that a trace holds of a list: those sent within its step. */
export function statementsIn(
  spans: readonly Span[],
  way: ListWay,
): readonly Span[] {
  const step = spans.find(({ name }) => name === stepOf[way])
  if (!step) return []
  return spans.filter(
    ({ sql, parentSpanId }) => sql && parentSpanId === step.spanId,
  )
}

/** Counted in the trace of the run; null until it has come in whole. */
export function answerOf(
  run: Run | null,
  spans: readonly Span[],
): RunAnswer | null {
  if (!run || run.orders !== 50) return null
  const sent = statementsIn(spans, 'one-by-one')
  if (sent.length < run.naive.told.statements) return null
  return {
    ids: [String(sent.length)],
    said: `${sent.length}: one for the orders, and ${sent.length - 1} more, one for the lines of each. Counted in the trace.`,
    spanId: sent[0]?.spanId ?? null,
  }
}

/** What the run says, in a sentence. */
export function sentenceOf(run: Run | null, isBusy: boolean): string {
  if (isBusy) return 'The server reads the same list twice, in two ways.'
  if (!run) return 'Nothing has been listed yet.'
  const { naive, sound } = run
  const [many, one] = [naive.told, sound.told]
  return `${counted(many.statements)} took ${withUnit(many.tookMs, 'ms')}, ${counted(one.statements)} took ${withUnit(one.tookMs, 'ms')}: ${figureOf(many.tookMs / one.tookMs)} times as long for the same list.`
}

export function counted(statements: number): string {
  return statements === 1 ? '1 statement' : `${statements} statements`
}

/** Whether both ways gave the same list, to the last line. */
export function isSame({ naive, sound }: Run): boolean {
  return JSON.stringify(naive.told.orders) === JSON.stringify(sound.told.orders)
}

/** How far away the database is, as the lab plays it. */
export function farInWords(delayMs: Distance): string {
  return delayMs === 0
    ? 'no way to go: the database is in the same process'
    : `${delayMs} ms waited before each statement`
}
