import { useEffect, useRef, useState } from 'react'
import { useAttempt } from '@/components/lab/use-attempt'
import { withSandbox } from '@/components/with-sandbox'
import type { Run } from './figures'
import { flood } from './flood'
import type { Trial } from './plan'

const mostRuns = 8

type State = {
  trial: Trial
  /** The newest first; the first one grows while it runs. */
  runs: readonly Run[]
  /** Which request of the newest run is looked at, by its place. */
  place: number
}

const atFirst: State = {
  trial: {
    counting: 'token-bucket',
    sharing: 'together',
    perSecond: 2,
    burst: 8,
    manner: 'hammers',
  },
  runs: [],
  place: 0,
}

/** What is chosen, and what has come of it so far. */
export function useFlood() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<true>()
  const ending = useRef<AbortController>(undefined)
  useEffect(() => () => ending.current?.abort(), [])

  function halt() {
    ending.current?.abort()
    stop()
  }

  const press = () => {
    const { trial } = state
    const { signal } = (ending.current = new AbortController())
    return attempt(async ({ isMine, work }) => {
      work(true)
      setState((before) => ({
        ...before,
        place: 0,
        runs: [{ trial, tries: [], isWhole: false }, ...before.runs].slice(
          0,
          mostRuns,
        ),
      }))
      const onTried = (tried: Run['tries'][number]) => {
        if (!isMine()) return
        setState((before) => withTried(before, tried))
      }
      await withSandbox(() => flood({ trial, onTried, signal }))
      if (isMine()) setState(whole)
    })
  }

  return {
    ...state,
    run: state.runs[0] ?? null,
    isRunning: busy !== null,
    problem,
    press,
    tryAgain,
    halt,
    choose: (part: Partial<Trial>) =>
      setState((before) => ({
        ...before,
        trial: { ...before.trial, ...part },
      })),
    look: (place: number) => setState((before) => ({ ...before, place })),
    clear: () => {
      halt()
      setState((before) => ({ ...before, runs: [], place: 0 }))
    },
    reset: () => {
      halt()
      setState(atFirst)
    },
  }
}

export type Flooding = ReturnType<typeof useFlood>

/** In order of sending, however the replies came. */
function withTried(before: State, tried: Run['tries'][number]): State {
  const [run, ...others] = before.runs
  if (!run) return before
  const tries = [...run.tries, tried].sort((a, b) => a.sentMs - b.sentMs)
  return { ...before, runs: [{ ...run, tries }, ...others] }
}

/** When all is over, the first that was turned away is worth a look. */
function whole(before: State): State {
  const [run, ...others] = before.runs
  if (!run) return before
  const refused = run.tries.findIndex(({ status }) => status === 429)
  const runs = [{ ...run, isWhole: true }, ...others]
  return { ...before, runs, place: Math.max(0, refused) }
}
