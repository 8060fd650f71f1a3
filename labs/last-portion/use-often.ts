import { useState } from 'react'
import type { RaceOften, RaceTally, RaceWay } from '@/contracts/last-portion'
import type { LabReply } from '@/components/lab/ask-lab'
import { useAttempt } from '@/components/lab/use-attempt'
import { raceOften } from './race-api'

export const windows = [
  2, 20, 100,
] as const satisfies readonly RaceOften['withinMs'][]
type Window = (typeof windows)[number]

export const inOrder = [
  'look-first',
  'guarded',
  'locked',
] as const satisfies readonly RaceWay[]

type Runs = Partial<Record<RaceWay, LabReply<RaceTally>>>
type Busy = { way: RaceWay; isWaiting: boolean }

/** The three ways, each run two hundred times, one way after the other. */
export function useOften() {
  const [withinMs, setWithinMs] = useState<Window>(100)
  const [runs, setRuns] = useState<Runs>({})
  const [betRound, setBetRound] = useState(0)
  const { busy, problem, attempt, stop } = useAttempt<Busy>()

  const clear = (next: Window = withinMs) => {
    stop()
    setWithinMs(next)
    setRuns({})
    setBetRound(betRound + 1)
  }

  const run = () => {
    if (busy) return
    setRuns({})
    void attempt(async ({ isMine, work }) => {
      for (const way of inOrder) {
        work({ way, isWaiting: false })
        const reply = await raceOften({ way, withinMs }, () =>
          work({ way, isWaiting: true }),
        )
        if (!isMine()) return
        setRuns((earlier) => ({ ...earlier, [way]: reply }))
      }
    })
  }

  return {
    withinMs,
    runs,
    running: busy?.way ?? null,
    isWaiting: busy?.isWaiting ?? false,
    problem,
    betRound,
    run,
    clear,
  }
}
