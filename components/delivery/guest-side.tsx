import Link from 'next/link'
import { useState } from 'react'
import type { Order } from '@/contracts/orders'
import type { RestaurantWithMenu } from '@/contracts/restaurants'
import { pressWords } from '@/components/press-words'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { useFocusFallback } from '@/components/ui/use-focus-fallback'
import { emptyBasket, wishOf, type Basket } from './basket'
import { BasketPanel } from './basket-panel'
import { OrderPanel } from './order-panel'
import { isUnderWay } from './order-progress'
import { StartOver } from './start-over'
import { useOrders } from './use-orders'
import { usePlaceOrder, type Placing } from './use-place-order'

/** The basket, and once it is placed the order. */
export function GuestSide({
  restaurant,
  basket,
  onBasket,
  onStale,
}: {
  restaurant: RestaurantWithMenu | null
  basket: Basket
  onBasket: (basket: Basket) => void
  /** What the page knows of the menu is no longer so. */
  onStale: () => void
}) {
  const { orders, take } = useOrders()
  const [placed, setPlaced] = useState<{ id: string; isReplay: boolean }>()
  const placing = usePlaceOrder({
    onPlaced: (order: Order, isReplay: boolean) => {
      take(order)
      setPlaced({ id: order.id, isReplay })
      onBasket(emptyBasket)
      onStale()
    },
    onRefused: (slug) => {
      if (staleAfter.includes(slug)) onStale()
    },
  })
  const heading = useFocusFallback<HTMLHeadingElement>(
    placing.problem === null && placed === undefined,
  )
  const order = placed && orders?.find(({ id }) => id === placed.id)
  if (placed && order) {
    return (
      <Placed
        order={order}
        isReplay={placed.isReplay}
        onChanged={take}
        onMore={() => setPlaced(undefined)}
      />
    )
  }
  const press = (pressedAt: number) => {
    if (!restaurant) return
    const wish = wishOf(restaurant.slug, restaurant.menu.dishes, basket)
    void placing.press(wish, pressedAt)
  }
  return (
    <>
      <h2 className="list-head" ref={heading} tabIndex={-1}>
        Your basket
      </h2>
      {restaurant ? (
        <BasketPanel
          {...{ restaurant, basket, placing }}
          onChange={(next) => {
            onBasket(next)
            if (placing.problem) placing.mend()
          }}
          onPress={press}
        />
      ) : (
        <div className="basket-sheet is-waiting" aria-busy="true" />
      )}
      <Trouble
        placing={placing}
        onTryAgain={() => press(performance.now())}
        onMend={placing.mend}
        onEmptied={() => {
          placing.mend()
          onStale()
        }}
      />
      <UnderWay
        count={orders?.filter((one) => isUnderWay(one.status)).length}
      />
    </>
  )
}

function Placed({
  order,
  isReplay,
  onChanged,
  onMore,
}: {
  order: Order
  isReplay: boolean
  onChanged: (order: Order) => void
  onMore: () => void
}) {
  return (
    <>
      <OrderPanel
        order={order}
        isNew
        isReplay={isReplay}
        onChanged={onChanged}
      />
      <button type="button" className="button order-more" onClick={onMore}>
        Order something else
      </button>
    </>
  )
}

const staleAfter = ['sold-out', 'restaurant-closed', 'validation-failed']

function Trouble({
  placing: { news, hasRenewed, problem },
  onTryAgain,
  onMend,
  onEmptied,
}: {
  placing: Placing
  onTryAgain: () => void
  onMend: () => void
  onEmptied: () => void
}) {
  return (
    <>
      <p className="basket-news" aria-live="polite" aria-atomic="true">
        {pressWords(news, hasRenewed)}
      </p>
      {problem && (
        <ProblemNotice
          words={problem.words}
          onTryAgain={onTryAgain}
          onMend={onMend}
        />
      )}
      {problem?.slug === 'quota-exceeded' && (
        <p className="basket-news">
          <StartOver onDone={onEmptied} />
        </p>
      )}
    </>
  )
}

function UnderWay({ count = 0 }: { count?: number }) {
  if (count === 0) return null
  return (
    <p className="basket-news">
      <Link href="/plateful#your-orders">
        {count === 1 ? '1 order is under way' : `${count} orders are under way`}
      </Link>
    </p>
  )
}
