import type { Money } from '@/contracts/money'
import { AmountPicker } from '@/components/delivery/amount-picker'
import { price } from '@/components/ui/price'

export type StageMenu = {
  restaurant: { slug: string; name: string; about: string; minutes: string }
  dishes: {
    id: string
    name: string
    description: string
    price: Money
    quantity: number
  }[]
  deliveryFee: Money
}

export type Basket = Record<string, number>

/** The order form on the reader's side. */
export function OrderForm({
  menu,
  basket,
  onChange,
}: {
  menu: StageMenu
  basket: Basket
  onChange: (dish: string, quantity: number) => void
}) {
  const items = countItems(basket)
  return (
    <div className="order-form" role="group" aria-label="Your order">
      <div className="order-restaurant">
        <div>
          <h2>{menu.restaurant.name}</h2>
          <p>{menu.restaurant.about}</p>
        </div>
        <p>{menu.restaurant.minutes}</p>
      </div>
      <ul>
        {menu.dishes.map((dish) => (
          <li className="order-dish" key={dish.id}>
            {/* eslint-disable-next-line @next/next/no-img-element -- an SVG file needs no optimiser */}
            <img src={`/plates/${dish.id}.svg`} alt="" width={66} height={66} />
            <div>
              <b>{dish.name}</b>
              <p>{dish.description}</p>
              <span className="order-price">{price(dish.price)}</span>
            </div>
            <AmountPicker
              name={dish.name}
              quantity={basket[dish.id] ?? 0}
              most={50}
              className="quantity"
              onChange={(quantity) => onChange(dish.id, quantity)}
            />
          </li>
        ))}
      </ul>
      <dl className="order-sum">
        <div>
          <dt>{items === 1 ? '1 item' : `${items} items`}</dt>
          <dd>{price(subtotalOf(menu, basket))}</dd>
        </div>
        <div>
          <dt>Delivery</dt>
          <dd>{price(menu.deliveryFee)}</dd>
        </div>
      </dl>
    </div>
  )
}

export function countItems(basket: Basket): number {
  return Object.values(basket).reduce((sum, quantity) => sum + quantity, 0)
}

/** What the page believes it costs. The server works it out again. */
export function totalOf(menu: StageMenu, basket: Basket): Money {
  const { amount, currency } = menu.deliveryFee
  return { amount: subtotalOf(menu, basket).amount + amount, currency }
}

function subtotalOf(menu: StageMenu, basket: Basket): Money {
  const amount = menu.dishes.reduce(
    (sum, { id, price }) => sum + price.amount * (basket[id] ?? 0),
    0,
  )
  return { amount, currency: menu.deliveryFee.currency }
}

/** What the page takes a dish to cost. */
export function priceOn(menu: StageMenu, dish: string): number {
  return menu.dishes.find(({ id }) => id === dish)?.price.amount ?? 0
}
