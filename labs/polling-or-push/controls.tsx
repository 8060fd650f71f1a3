import { useState } from 'react'
import type { Money } from '@/contracts/money'
import type { OrderStatus } from '@/contracts/orders'
import { ApiProblemError } from '@/components/api-errors'
import { ChosenDishes } from '@/components/delivery/chosen-dishes'
import {
  statusNames,
  ways as nextOf,
} from '@/components/delivery/order-progress'
import { jsonRequest } from '@/components/json-request'
import type { KindWords } from '@/components/kind-words'
import { useIsReady } from '@/components/lab/use-is-ready'
import { sendRequest } from '@/components/send-request'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { statusOf, type RunState } from './run'

const pauses = [1_000, 2_000, 5_000, 10_000]

type Props = {
  restaurant: string
  lines: { id: string; name: string; price: Money; quantity: number }[]
  state: RunState | null
  isUnderWay: boolean
  everyMs: number
  problem: KindWords | null
  onEvery: (everyMs: number) => void
  onPlace: (pressedAt: number) => void
  onStop: () => void
}

/** The order, how often polling asks, and the buttons. */
export function Controls(props: Props) {
  const { restaurant, lines, state, isUnderWay, everyMs, problem } = props
  const isReady = useIsReady()
  return (
    <section className="push-order" aria-label="Your order">
      <h2>{restaurant}</h2>
      <ChosenDishes dishes={lines} />
      <fieldset disabled={isUnderWay || !isReady}>
        <legend>Polling asks every</legend>
        <div className="push-pauses">
          {pauses.map((ms) => (
            <label key={ms} className={ms === everyMs ? 'is-chosen' : ''}>
              <input
                type="radio"
                className="sr-only"
                name="every"
                checked={ms === everyMs}
                onChange={() => props.onEvery(ms)}
              />
              {ms / 1000} s
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        className="push-place"
        disabled={isUnderWay || !isReady}
        onClick={({ timeStamp }) => props.onPlace(timeStamp)}
      >
        {state ? 'Place another order' : 'Place order'}
      </button>
      {isUnderWay && state && (
        <div className="push-buttons">
          <MoveOn state={state} />
          <button type="button" className="button" onClick={props.onStop}>
            Stop
          </button>
        </div>
      )}
      {problem && (
        <ProblemNotice
          words={problem}
          onTryAgain={() => props.onPlace(performance.now())}
        />
      )}
    </section>
  )
}

/** Plays the other side: whoever is faster, the reader or the autopilot, wins. */
function MoveOn({ state }: { state: RunState }) {
  const [isMoving, setIsMoving] = useState(false)
  const [note, setNote] = useState('')
  const now = statusOf(state)
  const [next] = nextOf[now]
  if (!next || state.phase !== 'following') return null

  async function move(status: OrderStatus) {
    setIsMoving(true)
    setNote('')
    try {
      await sendRequest(
        `/api/orders/${state.order}`,
        jsonRequest('PATCH', { status }),
      )
    } catch (error) {
      setNote(
        error instanceof ApiProblemError
          ? 'It has moved on meanwhile.'
          : 'No answer came back.',
      )
    } finally {
      setIsMoving(false)
    }
  }
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={isMoving}
        onClick={() => void move(next)}
      >
        Move it on: {statusNames[next].toLowerCase()}
      </button>
      <span aria-live="polite" aria-atomic="true">
        {note}
      </span>
    </>
  )
}
