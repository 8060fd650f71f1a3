import type { Span } from '@/contracts/trace'
import type { RunAnswer } from '@/components/lab/lab-bet'
import { grouped } from '@/components/trace/time-scale'
import { rowsIn, type Answered, type Filled } from './send-screens'
import type { Busy } from './use-screens'

/** The same screen, filled both ways. */
export type Run = { names: Filled; shaped: Answered }

export const requestsQuestion = {
  ask: 'The phone shows three orders of yours, each with its restaurant, and whether that is open. By names and verbs: how many requests?',
  isMany: false,
  options: [
    { id: '1', text: '1' },
    { id: '2', text: '2' },
    { id: '3', text: '3' },
    { id: '4', text: '4' },
  ],
}

export const bytesQuestion = {
  ask: 'And of all the bytes that come back that way, how many does the screen have a use for?',
  isMany: false,
  options: [
    { id: 'most', text: 'More than half' },
    { id: 'some', text: 'A tenth to a half' },
    { id: 'few', text: 'Less than a tenth' },
  ],
}

/** Counted: the requests that the page has sent. */
export function requestsAnswer(run: Run | null): RunAnswer | null {
  if (!run) return null
  const { messages } = run.names
  return {
    ids: [String(messages.length)],
    said: `${messages.length}: one for the list, and ${messages.length - 1} more, one for each restaurant that it names.`,
  }
}

/**
 * The shaped answer holds what the screen shows and nothing else, so its length
 * is what the screen has a use for.
 */
export function bytesAnswer(run: Run | null): RunAnswer | null {
  if (!run) return null
  const all = bytesIn(run.names)
  const share = run.shaped.bytes / all
  return {
    ids: [share > 0.5 ? 'most' : share >= 0.1 ? 'some' : 'few'],
    said: `${grouped(run.shaped.bytes)} of ${grouped(all)}, that is ${(share * 100).toFixed(0)} of 100.`,
  }
}

export function bytesIn({ messages }: Filled): number {
  return messages.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** What went to the database for a request: counted in its trace. */
export function statementsIn(spans: readonly Span[]): number {
  return spans.filter(({ sql }) => sql !== undefined).length
}

/** Whether both ways filled the screen with the same. */
export function isSame({ names, shaped }: Run): boolean {
  return JSON.stringify(names.rows) === JSON.stringify(rowsIn(shaped.data))
}

const busyWords: Record<Busy, string> = {
  ordering: 'Dinner is ordered, so that there is something to show.',
  filling: 'The screen is filled twice, in two ways.',
  asking: 'Your question is on its way.',
}

/** What the run says, in a sentence. */
export function sentenceOf(run: Run | null, busy: Busy | null): string {
  if (busy) return busyWords[busy]
  if (!run) return 'The screen is empty.'
  const { names, shaped } = run
  return `By names and verbs ${names.messages.length} requests brought ${grouped(bytesIn(names))} bytes. One question brought ${grouped(shaped.bytes)}, and the same screen.`
}
