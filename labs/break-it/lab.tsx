'use client'

import type { Money } from '@/contracts/money'
import { ChosenDishes } from '@/components/delivery/chosen-dishes'
import { Board } from '@/components/faults/board'
import { useOrdering } from '@/components/faults/use-ordering'

type Menu = {
  restaurant: { slug: string; name: string }
  dishes: { id: string; name: string; price: Money; quantity: number }[]
}

/** The fault board alone, over an order that is always the same. */
export function BreakItLab({ menu }: { menu: Menu }) {
  const chosen = menu.dishes.filter(({ quantity }) => quantity > 0)
  const ordering = useOrdering({
    restaurant: menu.restaurant.slug,
    lines: chosen.map(({ id, quantity }) => ({ dish: id, quantity })),
  })
  return (
    <div className="break-it-lab">
      <div className="front break-it-order">
        <h2>{menu.restaurant.name}</h2>
        <ChosenDishes dishes={chosen} />
      </div>
      <section className="break-it" aria-label="Break this order">
        <Board
          {...ordering}
          orderLabel="Place order"
          priceOf={(dish) =>
            chosen.find(({ id }) => id === dish)?.price.amount ?? 0
          }
        />
      </section>
    </div>
  )
}
