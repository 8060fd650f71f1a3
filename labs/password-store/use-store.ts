import { useState } from 'react'
import { siteCost, type Cost } from '@/contracts/password-store-choices'
import { useAttempt } from '@/components/lab/use-attempt'
import { hashOwn, leak, type Own, type Run } from './ask-server'
import type { Busy } from './verdict'

const mostRuns = 6

type State = {
  cost: Cost
  password: string
  /** The newest first. */
  runs: readonly Run[]
  /** As it was hashed for the newest run. */
  own: Own | null
}

const atFirst: State = { cost: siteCost, password: '', runs: [], own: null }

/** What is chosen, and what leaked. A password stays in this page. */
export function useStore() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } =
    useAttempt<NonNullable<Busy>>()

  const press = () => {
    const { cost, password } = state
    return attempt(async ({ isMine, work }) => {
      work('guessing')
      const asking = { cost, onWait: () => work('waiting') }
      const run = await leak(asking)
      work('guessing')
      const own = password === '' ? null : await hashOwn(password, asking)
      if (!isMine()) return
      setState((before) => ({
        ...before,
        own,
        runs: [run, ...before.runs].slice(0, mostRuns),
      }))
    })
  }

  return {
    ...state,
    run: state.runs[0] ?? null,
    busy,
    problem,
    press,
    tryAgain,
    choose: (part: Partial<Pick<State, 'cost' | 'password'>>) =>
      setState((before) => ({ ...before, ...part })),
    clear: () => {
      stop()
      setState((before) => ({ ...before, runs: [], own: null }))
    },
    reset: () => {
      stop()
      setState(atFirst)
    },
  }
}

export type Store = ReturnType<typeof useStore>
