import { useState } from 'react'
import { useAttempt } from '@/components/lab/use-attempt'
import { parseJson } from '@/components/parse-json'
import { isRecord } from '@/components/read-reply'
import { move, order } from './acts'
import { sendAsk, type Answered, type Ask, type Stop } from './send-ask'

/** Older stops are forgotten. */
const mostKept = 60

type State = {
  /** Of both windows, the newest last. */
  stops: readonly Stop[]
  /** The number of the stop that is shown. */
  at: number
}

const atFirst: State = { stops: [], at: 0 }

/** Dinner, as the other window orders it. */
const dinner = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}

/** Where the reader has been, where they are, and how they go on. */
export function useWalk() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<
    'here' | 'elsewhere'
  >()

  /** Sends what follows from the answer before, until nothing follows. */
  async function send(next: (before: Answered | null) => Ask | null) {
    if (busy) return
    await attempt(async ({ isMine, work }) => {
      let answered: Answered | null = null
      for (let ask = next(null); ask; ask = next(answered)) {
        work(ask.isElsewhere ? 'elsewhere' : 'here')
        const newest = await sendAsk(ask)
        if (!isMine()) return
        setState((before) => withStop(before, newest))
        answered = newest
      }
    })
  }

  return {
    ...state,
    here: state.stops.find(({ number }) => number === state.at) ?? null,
    busy,
    problem,
    tryAgain,
    press: (ask: Ask) => send((before) => (before ? null : ask)),
    orderElsewhere: () =>
      send((before) => (before ? null : elsewhere(order(dinner)))),
    moveElsewhere: (path: string) => send(movesOf(path)),
    show: (number: number) => setState((before) => ({ ...before, at: number })),
    reset: () => {
      stop()
      setState(atFirst)
    },
  }
}

export type Walk = ReturnType<typeof useWalk>

function withStop({ stops, at }: State, answered: Answered): State {
  const number = (stops.at(-1)?.number ?? 0) + 1
  const all = [...stops, { ...answered, number }].slice(-mostKept)
  return { stops: all, at: answered.isElsewhere ? at : number }
}

/**
 * The order goes where it may go from here: that it be accepted, and where
 * that is refused, the first of the steps that the refusal names.
 */
function movesOf(path: string) {
  return (before: Answered | null): Ask | null => {
    if (!before) return elsewhere(move(path, 'accepted'))
    const body = parseJson(before.said)
    const allowed = isRecord(body) ? body.allowed : null
    const [step] = Array.isArray(allowed) ? allowed : []
    const isFirst = before.body?.includes('accepted')
    return isFirst && before.status === 409 && typeof step === 'string'
      ? elsewhere(move(path, step))
      : null
  }
}

function elsewhere(ask: Ask): Ask {
  return { ...ask, isElsewhere: true }
}
