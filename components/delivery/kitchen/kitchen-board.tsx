import Link from 'next/link'
import type { Delivery } from '@/contracts/deliveries'
import type { Order, OrderStatus } from '@/contracts/orders'
import { columnsOf, type Columns } from './columns'
import { KitchenTicket } from './kitchen-ticket'
import type { Printed } from './use-printed'

const titles: Record<keyof Columns, string> = {
  fresh: 'New',
  cooking: 'Cooking',
  out: 'Out the door',
}

type BoardProps = {
  orders: readonly Order[] | null
  deliveries: Readonly<Record<string, Delivery>>
  printed: Printed
  now: number
  moving: string | null
  /** The order that somebody was led here for. */
  named: string | null
  canPress: boolean
  onMove: (order: Order, status: OrderStatus) => void
  onReject: (order: Order) => void
}

/** Three columns: what is new, what is on the stove, what has left. */
export function KitchenBoard(props: BoardProps) {
  const { orders } = props
  const columns = columnsOf(orders ?? [])
  return (
    <>
      <div className="kitchen-columns" aria-busy={orders === null}>
        <Column name="fresh" tickets={columns.fresh} {...props} />
        <Column name="cooking" tickets={columns.cooking} {...props} />
        <Column name="out" tickets={columns.out} {...props} />
      </div>
      {!orders?.length && (
        <p className={orders ? 'screen-empty' : 'screen-empty is-awaited'}>
          No ticket yet. <Link href="/plateful">Order something</Link> as a
          guest, here or in another window: it is printed here.
        </p>
      )}
    </>
  )
}

function Column({
  name,
  tickets,
  deliveries,
  printed,
  now,
  moving,
  named,
  canPress,
  onMove,
  onReject,
}: BoardProps & { name: keyof Columns; tickets: Order[] }) {
  return (
    <section aria-label={titles[name]}>
      <h3>
        {titles[name]} <span className="num">{tickets.length}</span>
      </h3>
      <ul>
        {tickets.map((order) => (
          <KitchenTicket
            key={order.id}
            {...{ order, now, canPress }}
            delivery={deliveries[order.id]}
            printedAt={printed[order.id]}
            isMoving={moving !== null}
            isNamed={named === order.id}
            onMove={(status) => onMove(order, status)}
            onReject={() => onReject(order)}
          />
        ))}
      </ul>
    </section>
  )
}
