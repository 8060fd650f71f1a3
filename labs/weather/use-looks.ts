import { useState } from 'react'
import type { WeatherTrial } from '@/contracts/weather-lab'
import { useAttempt } from '@/components/lab/use-attempt'
import { askForReal, sendLooks, type Real } from './send-looks'
import type { Run } from './verdict'

const mostRuns = 8

type State = {
  trial: WeatherTrial
  /** The newest first. */
  runs: readonly Run[]
  /** Whose phone is looked at. */
  guest: number
  real: Real | null
}

const atFirst: State = {
  trial: {
    behaviour: 'down',
    timeLimit: true,
    retry: true,
    cache: true,
    breaker: true,
  },
  runs: [],
  guest: 1,
  real: null,
}

/** What is chosen, and what the guests saw so far. */
export function useLooks() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<
    'guests' | 'real'
  >()
  const change = (part: Partial<State>) =>
    setState((before) => ({ ...before, ...part }))

  const press = () =>
    attempt(async ({ isMine, work }) => {
      work('guests')
      const run = await sendLooks(state.trial)
      if (!isMine()) return
      setState((before) => ({
        ...before,
        guest: 1,
        runs: [run, ...before.runs].slice(0, mostRuns),
      }))
    })

  const askReal = () =>
    attempt(async ({ isMine, work }) => {
      work('real')
      const real = await askForReal()
      if (isMine()) change({ real })
    })

  return {
    ...state,
    run: state.runs[0] ?? null,
    busy,
    problem,
    press,
    askReal,
    tryAgain,
    choose: (part: Partial<WeatherTrial>) =>
      setState((before) => ({
        ...before,
        trial: { ...before.trial, ...part },
      })),
    show: (guest: number) => change({ guest }),
    clear: () => {
      stop()
      change({ runs: [] })
    },
    reset: () => {
      stop()
      setState(atFirst)
    },
  }
}

export type Looks = ReturnType<typeof useLooks>
