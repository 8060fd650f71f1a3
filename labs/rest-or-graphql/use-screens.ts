import { useState } from 'react'
import { useAttempt } from '@/components/lab/use-attempt'
import { placeOrders } from './place-orders'
import { screenQuestion } from './questions'
import { askInGraphql, fillByNames, type Answered } from './send-screens'
import type { Run } from './verdict'

type State = {
  text: string
  /** The screen, filled both ways. */
  run: Run | null
  /** The reader’s own question, answered. */
  own: Answered | null
  /** How many dinners were ordered so that there is something to show. */
  placed: number
}

const atFirst: State = { text: screenQuestion, run: null, own: null, placed: 0 }

export type Busy = 'ordering' | 'filling' | 'asking'

/** What the reader asks, and what came of it. */
export function useScreens() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<Busy>()
  const { text } = state

  /** One after the other, so that neither is in the other’s way. */
  function press() {
    return attempt(async ({ isMine, work }) => {
      work('ordering')
      const placed = await placeOrders()
      work('filling')
      const names = await fillByNames()
      const shaped = await askInGraphql(screenQuestion)
      if (!isMine()) return
      const run = { names, shaped }
      setState((before) => ({
        ...before,
        run,
        placed: before.placed + placed,
      }))
    })
  }

  function ask() {
    return attempt(async ({ isMine, work }) => {
      work('asking')
      const own = await askInGraphql(text)
      if (isMine()) setState((before) => ({ ...before, own }))
    })
  }

  return {
    ...state,
    busy,
    problem,
    press,
    ask,
    tryAgain,
    write: (text: string) => setState((before) => ({ ...before, text })),
    clear: () => {
      stop()
      setState((before) => ({ ...before, run: null }))
    },
    reset: () => {
      stop()
      setState(atFirst)
    },
  }
}
