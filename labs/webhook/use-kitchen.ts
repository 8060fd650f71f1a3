import { useState } from 'react'
import { kindWordsFor } from '@/components/kind-words'
import { useAttempt } from '@/components/lab/use-attempt'
import { placeIt, placeWhileClosed, sendIt, type Sent } from './send-message'
import type { Deed } from './words'

/** What came of one press. An order that found the door closed has tries. */
export type Result =
  | { deed: Exclude<Deed, 'offline'>; sent: Sent; traceId: string | null }
  | { deed: 'offline'; sent: null; traceId: string | null }

type State = {
  deed: Deed
  hasOrdered: boolean
  /** The newest last. */
  results: readonly Result[]
}

const atFirst: State = { deed: 'replayed', hasOrdered: false, results: [] }

/** The messages that the reader, as the kitchen, was sent so far. */
export function useKitchen() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } =
    useAttempt<true>(kindWordsFor)
  const { deed, hasOrdered, results } = state

  const press = () =>
    attempt(async ({ isMine, work }) => {
      work(true)
      const result = await carryOut(deed, hasOrdered)
      if (!isMine()) return
      setState((before) => ({
        ...before,
        hasOrdered: true,
        results: [...before.results.filter((one) => one.deed !== deed), result],
      }))
    })

  return {
    deed,
    results,
    /** What the chosen deed has come to; null when it was not tried. */
    result: results.find((one) => one.deed === deed) ?? null,
    isBusy: busy !== null,
    problem,
    press,
    tryAgain,
    choose: (chosen: Deed) =>
      setState((before) => ({ ...before, deed: chosen })),
    clear: () => {
      stop()
      setState((before) => ({ ...before, results: [] }))
    },
    reset: () => {
      stop()
      setState(atFirst)
    },
  }
}

export type Kitchen = ReturnType<typeof useKitchen>

async function carryOut(deed: Deed, hasOrdered: boolean): Promise<Result> {
  if (deed === 'offline') {
    const { traceId } = await placeWhileClosed()
    return { deed, sent: null, traceId }
  }
  if (!hasOrdered) await placeIt()
  const sent = await sendIt(deed)
  return { deed, sent, traceId: sent.traceId }
}
