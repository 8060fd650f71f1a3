'use client'

import Link from 'next/link'
import { useRef, useState } from 'react'
import type { Delivery } from '@/contracts/deliveries'
import type { Order } from '@/contracts/orders'
import type { KindWords } from '@/components/kind-words'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { useFocusFallback } from '@/components/ui/use-focus-fallback'
import { useHasSandbox } from '@/components/use-has-sandbox'
import { ApiProblemError } from '@/components/api-errors'
import { wordsForMoving } from '../delivery-words'
import { isUnderWay, shortOf } from '../order-progress'
import { ScreenFrame } from '../screen-frame'
import { takeDelivery } from '../sides-api'
import { useConnection } from '../use-connection'
import { useDeliveries } from '../use-deliveries'
import { useMoveOrder } from '../use-move-order'
import { useNamedOrder } from '../use-named-order'
import { useNews } from '../use-news'
import { useOrders } from '../use-orders'
import { useServerNow } from '../use-server-now'
import { useShift } from '../use-shift'
import { Offer } from './offer'
import { Ride } from './ride'

/** What a courier of this sandbox sees: what is offered, and what they carry. */
export function CourierScreen({ takesOver = true }: { takesOver?: boolean }) {
  const hasSandbox = useHasSandbox()
  const { orders, problem, take, reload } = useOrders('/api/orders?limit=100')
  const ways = useDeliveries(hasSandbox)
  const connection = useConnection(hasSandbox)
  const shift = useShift('courier', hasSandbox, takesOver)
  // Beside other screens, one of them speaks for all.
  const news = useNews(hasSandbox && takesOver)
  const moves = useMoveOrder(take)
  const taking = useTakeDelivery(ways.take, ways.reload)
  const canPress = !shift.sandbox?.part || shift.sandbox.part === 'courier'

  const known = (orders ?? []).flatMap((order) => {
    const delivery = ways.deliveries[order.id]
    return delivery ? [{ order, delivery }] : []
  })
  const carried = known
    .filter(({ delivery: { status } }) =>
      ['accepted', 'collected'].includes(status),
    )
    .toSorted((one, other) => rankOf(one.order) - rankOf(other.order))
  const offered = known.filter(({ delivery }) => delivery.status === 'offered')
  const isBusy = carried.length + offered.length > 0
  const now = useServerNow(isBusy ? 1_000 : null)
  const place = useFocusFallback<HTMLDivElement>(
    known.map(({ order, delivery }) => order.status + delivery.status).join(),
  )
  const named = useNamedOrder('ride', known.length)
  const trouble = moves.trouble?.words ?? taking.trouble
  return (
    <ScreenFrame
      {...{ connection, shift, news, now }}
      part="courier"
      title="Plateful Ride"
    >
      {problem && (
        <ProblemNotice words={problem} onTryAgain={() => void reload()} />
      )}
      {trouble && (
        <ProblemNotice
          key={trouble.text}
          words={trouble}
          onTryAgain={() => {
            void moves.lookAgain()
            void taking.lookAgain()
          }}
        />
      )}
      <div ref={place} tabIndex={-1} className="rides" aria-busy={!orders}>
        {carried.map(({ order, delivery }) => (
          <Ride
            key={order.id}
            {...{ order, delivery, now, canPress }}
            isMoving={moves.moving !== null}
            isNamed={named === order.id}
            onMove={(status) => void moves.move(order, status)}
          />
        ))}
        {offered.length > 0 && <h3 className="offers-head">On offer</h3>}
        {offered.map(({ order, delivery }) => (
          <Offer
            key={order.id}
            {...{ order, delivery, canPress }}
            isTaking={taking.isBusy}
            isNamed={named === order.id}
            onTake={() => void taking.press(delivery)}
          />
        ))}
        {!isBusy && <Idle {...{ orders, named }} />}
      </div>
    </ScreenFrame>
  )
}

/** What can be done now stands above what has to wait. */
function rankOf({ status }: Order): number {
  return ['collected', 'ready', 'cooking'].indexOf(status) >>> 0
}

function Idle({
  orders,
  named,
}: {
  orders: readonly Order[] | null
  named: string | null
}) {
  const past = orders?.find(
    ({ id, status }) => id === named && !isUnderWay(status),
  )
  const isWaiting = orders?.some(({ status }) => status === 'placed')
  return (
    <p className={orders ? 'screen-empty' : 'screen-empty is-awaited'}>
      {past &&
        `Order ${shortOf(past.id)} has no way left: it is ${past.status}. `}
      {isWaiting ? (
        'Nothing to carry yet. An order waits to be accepted by its kitchen; then its way is offered here.'
      ) : (
        <>
          Nothing to carry. <Link href="/plateful">Order something</Link> as a
          guest: once a kitchen accepts it, its way is offered here.
        </>
      )}
    </p>
  )
}

const tooLate: KindWords = {
  title: 'Somebody else was faster',
  text: 'This delivery is not on offer any more: it was taken, or the order was called off. Your press changed nothing.',
  way: { do: 'try-again', label: 'Look again', waitMs: 0 },
  href: '/problems/illegal-transition',
}

/** Takes an offer; nothing is shown as taken before the server says so. */
function useTakeDelivery(
  onTaken: (delivery: Delivery) => void,
  reload: () => Promise<void>,
) {
  const [trouble, setTrouble] = useState<KindWords | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isSending = useRef(false)

  async function press({ order }: Delivery) {
    if (isSending.current) return
    isSending.current = true
    setIsBusy(true)
    setTrouble(null)
    try {
      onTaken(await takeDelivery(order))
    } catch (error) {
      const isLate =
        error instanceof ApiProblemError && error.is('illegal-transition')
      setTrouble(isLate ? tooLate : await wordsForMoving(error))
      await reload()
    } finally {
      isSending.current = false
      setIsBusy(false)
    }
  }

  return {
    isBusy,
    trouble,
    press,
    lookAgain: async () => {
      await reload()
      setTrouble(null)
    },
  }
}
