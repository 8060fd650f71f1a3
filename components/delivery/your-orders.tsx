'use client'

import { useState } from 'react'
import type { Order } from '@/contracts/orders'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { useHasSandbox } from '@/components/use-has-sandbox'
import { price } from '@/components/ui/price'
import { Status } from '@/components/ui/status'
import { useFocusFallback } from '@/components/ui/use-focus-fallback'
import { OrderPanel } from './order-panel'
import { isUnderWay, statusNames } from './order-progress'
import { StartOver } from './start-over'
import { ConnectionLine } from './connection-line'
import { useConnection } from './use-connection'
import { useOrders } from './use-orders'

/** The orders of this browser's sandbox, newest first, and the way to empty it. */
export function YourOrders() {
  const { orders, next, hasExpired, problem, ...does } = useOrders()
  const connection = useConnection(useHasSandbox())
  const [tries, setTries] = useState(0)
  const [isEmptied, setIsEmptied] = useState(false)
  const word = useFocusFallback<HTMLParagraphElement>(orders?.length === 0)
  const said = orders ? wordFor(orders, { hasExpired, isEmptied }) : ''
  const reload = () => {
    setTries(tries + 1)
    void does.reload()
  }
  return (
    <>
      {!orders && !problem && (
        <p className="orders-word">Looking for your orders</p>
      )}
      {orders && (
        <p
          ref={word}
          className={said === '' ? 'orders-word is-empty' : 'orders-word'}
          tabIndex={-1}
        >
          <Status>{said}</Status>
        </p>
      )}
      {problem && (
        <ProblemNotice key={tries} words={problem} onTryAgain={reload} />
      )}
      {orders && orders.length > 0 && (
        <>
          <p className="orders-line">
            <ConnectionLine connection={connection} />
          </p>
          <ul className="order-rows">
            {orders.map((order, index) => (
              <OrderRow
                key={order.id}
                order={order}
                isFirst={index === 0}
                onChanged={does.take}
              />
            ))}
          </ul>
          <div className="orders-actions">
            {next && (
              <button type="button" className="button" onClick={does.readOn}>
                Show older orders
              </button>
            )}
            <StartOver
              onDone={() => {
                setIsEmptied(true)
                reload()
              }}
            />
          </div>
        </>
      )}
    </>
  )
}

function wordFor(
  orders: readonly Order[],
  is: { hasExpired: boolean; isEmptied: boolean },
): string {
  if (is.hasExpired) {
    return 'Your sandbox had expired: it is cleared a day after its last use. The next order opens a new one.'
  }
  if (orders.length > 0) return ''
  return is.isEmptied
    ? 'Your sandbox is empty again.'
    : 'Nothing ordered yet. What you order stays here until a day after your last visit.'
}

function OrderRow({
  order,
  isFirst,
  onChanged,
}: {
  order: Order
  isFirst: boolean
  onChanged: (order: Order) => void
}) {
  const [isOpen, setIsOpen] = useState(isFirst && isUnderWay(order.status))
  const portions = order.lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <li>
      <details
        className="order-row"
        open={isOpen}
        onToggle={(event) => setIsOpen(event.currentTarget.open)}
      >
        <summary>
          <b>{order.restaurant.name}</b>
          <span className={`order-state at-${order.status}`}>
            {statusNames[order.status]}
          </span>
          <span className="order-when">
            {portions === 1 ? '1 portion' : `${portions} portions`},{' '}
            <time dateTime={order.placedAt}>{whenOf(order.placedAt)}</time>
          </span>
          <span className="order-cost">{price(order.total)}</span>
        </summary>
        {isOpen && <OrderPanel order={order} onChanged={onChanged} />}
      </details>
    </li>
  )
}

/** `today at 20:15`, else `23 November at 20:15`, on the reader's clock. */
function whenOf(placedAt: string): string {
  const at = new Date(placedAt)
  const isToday = at.toDateString() === new Date().toDateString()
  const day = isToday
    ? 'today'
    : at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
  return `${day} at ${at.toLocaleTimeString([], { timeStyle: 'short' })}`
}
