import { median } from 'd3-array'
import type { IndexCost, IndexRun } from '@/contracts/index-lab'
import type { TableSize } from '@/contracts/index-sizes'
import type { RunAnswer } from '@/components/lab/lab-bet'
import { figureOf, withUnit } from '@/components/plot/plot-words'
import { grouped } from '@/components/trace/time-scale'
import type { Busy } from './use-runs'

/** The newest run of each size. */
export type Runs = Partial<Record<TableSize, IndexRun>>

const options = [
  { id: 'same', text: 'About the same' },
  { id: 'twice', text: 'About twice' },
  { id: 'ten', text: 'About ten times' },
  { id: 'hundred', text: 'A hundred times' },
] as const

export const questions = {
  without: {
    ask: 'The table grows from 10,000 orders to 100,000. Without an index, how long does the same search take then?',
    isMany: false,
    options,
  },
  with: {
    ask: 'And with an index on the guest?',
    isMany: false,
    options,
  },
}

export type WayName = keyof typeof questions

export function medianOf(times: readonly number[]): number {
  return median(times) ?? NaN
}

/** What the runs at 10,000 and at 100,000 say; null until both were made. */
export function answerOf(way: WayName, runs: Runs): RunAnswer | null {
  const [small, large] = [runs[10_000], runs[100_000]]
  if (!small || !large) return null
  const [before, after] = [
    medianOf(small[way].timesMs),
    medianOf(large[way].timesMs),
  ]
  const times = after / before
  return {
    ids: [bandOf(times)],
    said: `${withUnit(before, 'ms')} among 10,000, ${withUnit(after, 'ms')} among 100,000: ${figureOf(times)} times as long.`,
  }
}

/** The nearest of the options, on a scale where each step is a factor. */
function bandOf(times: number): (typeof options)[number]['id'] {
  if (times < Math.SQRT2) return 'same'
  if (times < Math.sqrt(20)) return 'twice'
  return times < Math.sqrt(1_000) ? 'ten' : 'hundred'
}

/** How the two ways compare in one run, in a sentence. */
export function compared({ without, with: found, rows }: IndexRun): string {
  const times = medianOf(without.timesMs) / medianOf(found.timesMs)
  if (times < 1.25)
    return `Among ${grouped(rows)} orders the index makes hardly a difference. Let the table grow.`
  return `Half of the runs were faster than this, and half slower. The index made the median ${figureOf(times)} times shorter.`
}

export function sentenceOf(
  shown: IndexRun | null,
  busy: Busy | null,
  cost: IndexCost | null,
): string {
  if (busy?.kind === 'writes')
    return 'The server writes orders into tables with more and more indexes.'
  if (busy)
    return `The server searches ${grouped(busy.rows)} orders, 200 times each way.`
  if (!shown) return cost ? costInWords(cost) : 'Nothing has been measured yet.'
  const [slow, quick] = [shown.without, shown.with].map(({ timesMs }) =>
    withUnit(medianOf(timesMs), 'ms'),
  )
  return `Among ${grouped(shown.rows)} orders: ${slow} without the index, ${quick} with it.`
}

/** The medians of writing, one after the other. */
export function costInWords({ ways }: IndexCost): string {
  const parts = ways.map(
    ({ indexes, timesMs }) =>
      `${withUnit(medianOf(timesMs), 'ms')} ${indexesInWords(indexes)}`,
  )
  return `Writing 1,000 orders: ${parts.join(', ')}.`
}

export function indexesInWords(indexes: readonly string[]): string {
  if (indexes.length === 0) return 'without an index'
  return indexes.length === 1
    ? 'with one index'
    : `with ${indexes.length === 4 ? 'four' : indexes.length} indexes`
}

/** What a way reads, as far as its plan proves it. */
export function readingInWords({ without, with: found, rows }: IndexRun): {
  without: string
  with: string
} {
  return {
    without:
      without.rowsRead === rows
        ? `reads all ${grouped(rows)} rows`
        : 'how many rows it reads, the plan does not prove',
    with:
      found.rowsRead === null
        ? 'how many rows it reads, the plan does not prove'
        : `reads the ${found.rowsRead} rows it finds`,
  }
}
