import { useEffect, useState } from 'react'
import { listOrders } from '@/components/delivery/delivery-api'
import { isUnderWay } from '@/components/delivery/order-progress'
import { sandboxHint } from '@/components/sandbox-session'

/** What this browser leaves when it goes into another's sandbox. */
export function LeftBehind() {
  const [hint] = useState(sandboxHint)
  const [count, setCount] = useState(0)
  const isOwn = hint !== null && hint.place === undefined
  useEffect(() => {
    if (!isOwn) return
    listOrders().then(
      ({ orders }) =>
        setCount(orders.filter(({ status }) => isUnderWay(status)).length),
      () => undefined,
    )
  }, [isOwn])
  if (!hint) return null
  if (hint.place)
    return (
      <p className="join-note">
        You are in another sandbox that somebody opened. Going in here leaves
        that one.
      </p>
    )
  return (
    <p className="join-note">
      <b>
        This browser has a sandbox of its own
        {count > 0 &&
          `, with ${count === 1 ? 'an order' : `${count} orders`} under way`}
        .
      </b>{' '}
      It can be in one sandbox at a time, so yours is left behind, and this
      browser cannot go back to it. Where you want to keep it, type the code in
      another browser or on your phone.
    </p>
  )
}
