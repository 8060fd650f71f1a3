import { useState } from 'react'
import type { NewOrder, Order } from '@/contracts/orders'
import type {
  Breach,
  BreachOutcome,
  JoinedRows,
} from '@/contracts/write-and-read'
import { kindWordsFor } from '@/components/kind-words'
import type { LabReply } from '@/components/lab/ask-lab'
import { useAttempt } from '@/components/lab/use-attempt'
import { placeIt, readBack, tryIt } from './send'

export type ReadBack = LabReply<JoinedRows>
export type Tried = Partial<Record<Breach, LabReply<BreachOutcome>>>

type State = {
  placed: LabReply<Order> | null
  readRows: ReadBack | null
  tried: Tried
}

const nothingYet: State = { placed: null, readRows: null, tried: {} }

/** What the reader has written, read and tried so far. */
export function useBooks() {
  const [state, setState] = useState(nothingYet)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<
    'place' | 'read' | 'try'
  >(kindWordsFor)
  const { placed } = state

  return {
    ...state,
    busy,
    problem,
    tryAgain,
    place: (wish: NewOrder) =>
      attempt(async ({ isMine, work }) => {
        work('place')
        const order = await placeIt(wish)
        if (isMine())
          setState((before) => ({ ...before, placed: order, readRows: null }))
      }),
    read: () =>
      attempt(async ({ isMine, work }) => {
        if (!placed) return
        work('read')
        const readRows = await readBack(placed.told.id)
        if (isMine()) setState((before) => ({ ...before, readRows }))
      }),
    test: (breaches: readonly Breach[]) =>
      attempt(async ({ isMine, work }) => {
        work('try')
        for (const breach of breaches) {
          const reply = await tryIt(breach)
          if (!isMine()) return
          setState((before) => ({
            ...before,
            tried: { ...before.tried, [breach]: reply },
          }))
        }
      }),
    forget: () => {
      stop()
      setState((before) => ({ ...before, placed: null, readRows: null }))
    },
    reset: () => {
      stop()
      setState(nothingYet)
    },
  }
}
