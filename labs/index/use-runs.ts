import { useState } from 'react'
import type { IndexCost } from '@/contracts/index-lab'
import { tableSizes, type TableSize } from '@/contracts/index-sizes'
import type { LabReply } from '@/components/lab/ask-lab'
import { useAttempt } from '@/components/lab/use-attempt'
import { measureWrites, searchAmong } from './send-runs'
import type { Runs } from './verdict'

export type Busy = { kind: 'search'; rows: TableSize } | { kind: 'writes' }

type Measured = {
  rows: TableSize
  /** The newest run of each size. */
  runs: Runs
  shown: TableSize | null
  traceId: string | null
  cost: LabReply<IndexCost> | null
}

const nothingYet: Measured = {
  rows: 1_000,
  runs: {},
  shown: null,
  traceId: null,
  cost: null,
}

/** What the reader has measured so far. */
export function useRuns() {
  const [measured, setMeasured] = useState(nothingYet)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<Busy>()
  const { rows, runs, shown } = measured

  /** One size after the other: a reader has one run at a time. */
  function search(sizes: readonly TableSize[]) {
    return attempt(async ({ isMine, work }) => {
      for (const size of sizes) {
        work({ kind: 'search', rows: size })
        const { told, traceId } = await searchAmong(size)
        if (!isMine()) return
        setMeasured((before) => ({
          ...before,
          runs: { ...before.runs, [size]: told },
          rows: size,
          shown: size,
          traceId,
        }))
      }
    })
  }

  function write() {
    return attempt(async ({ isMine, work }) => {
      work({ kind: 'writes' })
      const cost = await measureWrites()
      if (isMine()) setMeasured((before) => ({ ...before, cost }))
    })
  }

  return {
    ...measured,
    shown: shown === null ? null : (runs[shown] ?? null),
    busy,
    problem,
    pick: (size: TableSize) =>
      setMeasured({
        ...measured,
        rows: size,
        shown: runs[size] ? size : shown,
      }),
    search: () => search([rows]),
    searchAll: () => search(tableSizes),
    write,
    tryAgain,
    reset: () => {
      stop()
      setMeasured(nothingYet)
    },
  }
}
