import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Order } from '@/contracts/check-question'
import { shuffled, type Asked } from './question'

/** Steps to be put in order, by buttons that a keyboard reaches too. */
export function OrderQuestion({
  question: { ask, steps, why },
  round,
  onAnswer,
  back,
}: Asked<Order>) {
  const [order, setOrder] = useState(() => shuffled(steps, round))
  const [said, setSaid] = useState<'right' | 'wrong' | null>(null)
  const [moved, setMoved] = useState('')
  const move = (at: number, by: number) => {
    const next = [...order]
    const [one] = next.splice(at, 1)
    if (one === undefined) return
    next.splice(at + by, 0, one)
    setOrder(next)
    setSaid(null)
    setMoved(`${one}: now step ${at + by + 1} of ${next.length}.`)
  }
  const check = () => {
    const isRight = order.every((step, at) => step === steps[at])
    if (said === null) onAnswer(isRight)
    setSaid(isRight ? 'right' : 'wrong')
  }
  const inPlace = order.filter((step, at) => step === steps[at]).length
  return (
    <fieldset className="check-question">
      <legend>{ask}</legend>
      <ol className="check-steps">
        {order.map((step, at) => (
          <li key={step}>
            <span>{step}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={`Move up: ${step}`}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            >
              <Icon name="chevron" className="is-up" size={18} />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={`Move down: ${step}`}
              disabled={at === order.length - 1}
              onClick={() => move(at, 1)}
            >
              <Icon name="chevron" size={18} />
            </button>
          </li>
        ))}
      </ol>
      <p className="sr-only" aria-live="polite" aria-atomic="true">
        {moved}
      </p>
      <p>
        <button type="button" className="button" onClick={check}>
          This is the order
        </button>
      </p>
      <p className="check-why">
        {said === null && 'Move the steps, then say that you are done.'}
        <span aria-live="polite" aria-atomic="true">
          {said === 'right' && (
            <>
              <b>Yes.</b> {why}
            </>
          )}
          {said === 'wrong' && (
            <>
              <b>Not yet.</b> {inPlace} of {steps.length} stand where they
              belong.
            </>
          )}
        </span>{' '}
        {said === 'wrong' && back}
      </p>
    </fieldset>
  )
}
