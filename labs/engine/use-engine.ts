import { useState } from 'react'
import { kindWordsFor } from '@/components/kind-words'
import { useAttempt } from '@/components/lab/use-attempt'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { withSandbox } from '@/components/with-sandbox'
import { press, type Choices, type Pedal, type Reply } from './pedals'
import { skeletonOf, type Skeleton } from './skeleton'

export type Runs = Partial<Record<Pedal, Reply>>
export type Skeletons = Partial<Record<Pedal, Skeleton>>

const atFirst: Choices = {
  hasRightPassword: true,
  review: 'The egg alone is worth it.',
}

/** The three buttons, what came back, and the way each request took. */
export function useEngine() {
  const [choices, setChoices] = useState(atFirst)
  const [runs, setRuns] = useState<Runs>({})
  const [last, setLast] = useState<Pedal | null>(null)
  const { busy, problem, attempt, stop, tryAgain } =
    useAttempt<Pedal>(kindWordsFor)
  const skeletons: Skeletons = {
    ...useSkeleton('sign-in', runs),
    ...useSkeleton('review', runs),
    ...useSkeleton('order', runs),
  }

  const send = (pedal: Pedal) =>
    attempt(async ({ isMine, work }) => {
      work(pedal)
      const reply = await withSandbox(() => press(pedal, choices))
      if (!isMine()) return
      setRuns((before) => ({ ...before, [pedal]: reply }))
      setLast(pedal)
    })

  function clear() {
    stop()
    setRuns({})
    setLast(null)
  }
  return {
    choices,
    runs,
    skeletons,
    last,
    sending: busy,
    problem,
    send,
    tryAgain,
    choose: (change: Partial<Choices>) => setChoices({ ...choices, ...change }),
    clear,
    reset: () => {
      clear()
      setChoices(atFirst)
    },
  }
}

/** The way of a request, once the server has recorded it to its end. */
function useSkeleton(pedal: Pedal, runs: Runs): Skeletons {
  const { traceId = null, steps = [] } = runs[pedal] ?? {}
  const skeleton = skeletonOf(useTraceSpans(traceId), steps)
  return skeleton ? { [pedal]: skeleton } : {}
}
