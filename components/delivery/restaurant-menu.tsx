'use client'

import { useCallback, useState } from 'react'
import type { RestaurantWithMenu } from '@/contracts/restaurants'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { price } from '@/components/ui/price'
import { sumOf, withQuantity } from './basket'
import { getRestaurant } from './delivery-api'
import { DishRow } from './dish-row'
import { GuestSide } from './guest-side'
import { openingWords } from './opening-words'
import { useBasket } from './use-basket'
import { useLoaded } from './use-loaded'

const kept = new Map<string, RestaurantWithMenu>()

/** The menu of one restaurant, and the basket beside it. */
export function RestaurantMenu({
  slug,
  dishCount,
}: {
  slug: string
  dishCount: number
}) {
  const load = useCallback(async () => {
    const restaurant = await getRestaurant(slug)
    kept.set(slug, restaurant)
    return restaurant
  }, [slug])
  const { value, problem, reload } = useLoaded(
    () => kept.get(slug) ?? null,
    load,
  )
  const [basket, setBasket] = useBasket(slug)
  const [tries, setTries] = useState(0)
  const again = () => {
    setTries(tries + 1)
    void reload()
  }
  const { items, amount } = sumOf(value?.menu.dishes ?? [], basket)
  return (
    <div className="menu-page">
      <section className="menu" aria-label="Menu">
        <h2 className="sr-only">Menu</h2>
        <Facts restaurant={value} />
        {problem && (
          <ProblemNotice key={tries} words={problem} onTryAgain={again} />
        )}
        {!value && !problem && <Skeleton count={dishCount} />}
        {value && (
          <ul>
            {value.menu.dishes.map((dish) => (
              <DishRow
                key={dish.id}
                dish={dish}
                isOpen={value.open}
                quantity={basket.lines[dish.id] ?? 0}
                onChange={(quantity) =>
                  setBasket(withQuantity(basket, dish.id, quantity))
                }
              />
            ))}
          </ul>
        )}
        {value && items > 0 && (
          <a className="basket-bar" href="#basket">
            <span>Your basket</span>
            <span className="num">
              {items} for {price({ ...value.deliveryFee, amount })}
            </span>
          </a>
        )}
      </section>
      <aside id="basket" className="basket" aria-label="Your basket">
        <GuestSide
          restaurant={value}
          basket={basket}
          onBasket={setBasket}
          onStale={() => void reload()}
        />
      </aside>
    </div>
  )
}

/** Closed places say so first. */
function Facts({ restaurant }: { restaurant: RestaurantWithMenu | null }) {
  if (!restaurant) return <div className="menu-facts" />
  const { cuisine, distanceKm, minutes, address } = restaurant
  return (
    <div className="menu-facts">
      <p>
        <b>
          {restaurant.opensAt && 'Closed. '}
          {openingWords(restaurant, new Date())}
        </b>
        <span>
          {cuisine}, {distanceKm.toFixed(1)} km, {minutes.from} to {minutes.to}{' '}
          min
        </span>
        <span>{address}</span>
      </p>
    </div>
  )
}

function Skeleton({ count }: { count: number }) {
  return (
    <div aria-busy="true">
      <p className="sr-only">Asking for the menu</p>
      <ul aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <li key={index} className="dish is-waiting">
            <span className="plate" />
            <span className="bar" />
          </li>
        ))}
      </ul>
    </div>
  )
}
