import { useEffect, useId, useRef, useState } from 'react'
import type { Order } from '@/contracts/orders'
import { shortOf } from '../order-progress'

/** What a kitchen usually has to say. Anything else in its own words. */
const readyReasons = [
  'We have run out of an ingredient.',
  'The kitchen cannot keep up right now.',
  'We close early today.',
]

const longestReason = 200

/** Asks why, before an order is turned down: the guest reads the answer. */
export function RejectDialog({
  order,
  onReject,
  onClose,
}: {
  order: Order | null
  onReject: (order: Order, reason: string) => void
  onClose: () => void
}) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [ready, setReady] = useState(readyReasons[0] ?? '')
  const [own, setOwn] = useState('')

  useEffect(() => {
    if (order) dialog.current?.showModal()
    else dialog.current?.close()
  }, [order])

  const reason = own.trim() || ready
  return (
    <dialog
      ref={dialog}
      className="sheet front reject"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (order) onReject(order, reason)
          setOwn('')
        }}
      >
        <h2 id={titleId}>Reject order {order ? shortOf(order.id) : ''}?</h2>
        <fieldset>
          <legend>The guest is told why</legend>
          {readyReasons.map((words) => (
            <label key={words}>
              <input
                type="radio"
                name="reason"
                checked={own.trim() === '' && ready === words}
                onChange={() => {
                  setReady(words)
                  setOwn('')
                }}
              />
              {words}
            </label>
          ))}
        </fieldset>
        <label className="reject-own">
          Or in your own words
          <input
            type="text"
            maxLength={longestReason}
            value={own}
            onChange={(event) => setOwn(event.target.value)}
          />
        </label>
        <div className="sheet-actions">
          <button type="button" className="button" onClick={onClose}>
            Keep the order
          </button>
          <button type="submit" className="button button-solid">
            Reject it
          </button>
        </div>
      </form>
    </dialog>
  )
}
