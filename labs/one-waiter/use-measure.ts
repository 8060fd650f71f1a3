import { useState } from 'react'
import { servingWays, type ServingWay } from '@/contracts/serving-ways'
import type { KindWords } from '@/components/kind-words'
import { inTurn } from '@/components/lab/in-turn'
import { useAttempt } from '@/components/lab/use-attempt'
import { pause } from '@/components/pause'
import { withSandbox } from '@/components/with-sandbox'
import type { WayRun } from './figures'
import { measureWay } from './measure'

export const counts = [1, 6, 12, 24] as const
export type Count = (typeof counts)[number]
export type Runs = Partial<Record<ServingWay, WayRun>>

type Measured = {
  count: Count
  runs: Runs
  /** Every run with this count since the start, for the histogram. */
  earlier: WayRun[]
}

export type MeasureState = Measured & {
  /** What is being measured; null while nothing is. */
  now: ServingWay | null
  isQueued: boolean
  problem: KindWords | null
}

const atFirst: Measured = { count: 12, runs: {}, earlier: [] }
const settleMs = 250

/** What the lab knows, and what can be done with it. */
export function useMeasure() {
  const [measured, setMeasured] = useState(atFirst)
  const { busy, problem, attempt, stop } =
    useAttempt<Pick<MeasureState, 'now' | 'isQueued'>>()
  const state: MeasureState = {
    ...measured,
    now: busy?.now ?? null,
    isQueued: busy?.isQueued ?? false,
    problem,
  }

  function press() {
    const { count } = measured
    setMeasured({ ...measured, runs: {} })
    void attempt(async ({ isMine, work }) => {
      for (const now of servingWays) {
        work({ now, isQueued: false })
        const measure = () => withSandbox(() => measureWay(now, count))
        const run = await inTurn(measure, () => work({ now, isQueued: true }))
        if (!isMine()) return
        setMeasured((before) => ({
          ...before,
          runs: { ...before.runs, [now]: run },
          earlier: [...before.earlier, run].slice(-30),
        }))
        await pause(settleMs)
      }
    })
  }
  return {
    state,
    press,
    choose: (count: Count) => {
      stop()
      setMeasured({ count, runs: {}, earlier: [] })
    },
    betAgain: () => setMeasured({ ...measured, runs: {} }),
    reset: () => {
      stop()
      setMeasured(atFirst)
    },
  }
}
