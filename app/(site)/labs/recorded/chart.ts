import type { RecordedTrace } from '@/contracts/lab-recordings'
import type { Chart } from '@/components/trace/chart'

/** A kept timeline as it was drawn. Its bars need no ids but to differ. */
export function chartOfRecorded({ rows, untilMs }: RecordedTrace): Chart {
  return {
    endMs: untilMs,
    rows: rows.map((row, at) => ({
      ...row,
      id: `${at}`,
      bits: row.bits.map((bit, piece) => ({
        ...bit,
        name: row.name,
        id: `${at}.${piece}`,
      })),
    })),
  }
}

/** How often a step was taken that shares its row with its repeats: `… ×50`. */
export function countOf(name: string): number {
  return Number(/ ×(\d+)$/.exec(name)?.[1] ?? 1)
}
