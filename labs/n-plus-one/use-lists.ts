import { useState } from 'react'
import { useAttempt } from '@/components/lab/use-attempt'
import { listOrders } from './send-lists'
import type { Distance, Run, Size } from './verdict'

const mostRuns = 8

type State = {
  orders: Size
  delayMs: Distance
  /** The newest first. */
  runs: readonly Run[]
}

const atFirst: State = { orders: 50, delayMs: 0, runs: [] }

/** What is chosen, and what the reader has measured so far. */
export function useLists() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<true>()
  const { orders, delayMs } = state

  /** One after the other, so that neither is in the other's way. */
  function press() {
    return attempt(async ({ isMine, work }) => {
      work(true)
      const chosen = { orders, delayMs }
      const naive = await listOrders(chosen, 'one-by-one')
      const sound = await listOrders(chosen, 'joined')
      if (!isMine()) return
      const run = { ...chosen, naive, sound }
      setState((before) => ({
        ...before,
        runs: [run, ...before.runs].slice(0, mostRuns),
      }))
    })
  }

  function clear() {
    stop()
    setState((before) => ({ ...before, runs: [] }))
  }

  return {
    ...state,
    run: state.runs[0] ?? null,
    isBusy: busy !== null,
    problem,
    press,
    tryAgain,
    choose: (change: Partial<Pick<State, 'orders' | 'delayMs'>>) =>
      setState({ ...state, ...change }),
    clear,
    reset: () => {
      stop()
      setState(atFirst)
    },
  }
}
