import Link from 'next/link'
import type { RestaurantWithMenu } from '@/contracts/restaurants'
import { price } from '@/components/ui/price'
import {
  chosenFrom,
  hindranceOf,
  longestNote,
  mostOf,
  sumOf,
  withQuantity,
  type Basket,
} from './basket'
import type { Placing } from './use-place-order'

/** What is chosen, what it will cost, and the button that reaches the kitchen. */
export function BasketPanel({
  restaurant,
  basket,
  placing,
  onChange,
  onPress,
}: {
  restaurant: RestaurantWithMenu
  basket: Basket
  placing: Placing
  onChange: (basket: Basket) => void
  onPress: (pressedAt: number) => void
}) {
  const { dishes } = restaurant.menu
  const chosen = chosenFrom(dishes, basket)
  const { items, amount } = sumOf(dishes, basket)
  const { deliveryFee } = restaurant
  const total = { ...deliveryFee, amount: amount + deliveryFee.amount }
  return (
    <div className="basket-sheet">
      {!restaurant.open && (
        <p className="basket-empty">
          The menu can be read, and not ordered from now.{' '}
          <Link href="/plateful">See who is open</Link>
        </p>
      )}
      {chosen.length === 0 ? (
        restaurant.open && (
          <p className="basket-empty">
            Nothing chosen yet. The basket is kept in this browser until you
            order.
          </p>
        )
      ) : (
        <ul className="basket-lines">
          {chosen.map(({ dish, quantity }) => (
            <Line
              key={dish.id}
              {...{ dish, quantity }}
              onChange={(next) => onChange(withQuantity(basket, dish.id, next))}
            />
          ))}
        </ul>
      )}
      <Note
        note={basket.note}
        onChange={(note) => onChange({ ...basket, note })}
      />
      <dl className="basket-sum">
        <div>
          <dt>{items === 1 ? '1 portion' : `${items} portions`}</dt>
          <dd>{price({ ...deliveryFee, amount })}</dd>
        </div>
        <div>
          <dt>Delivery</dt>
          <dd>{price(deliveryFee)}</dd>
        </div>
      </dl>
      <PlaceButton
        label={labelFor(restaurant, basket, placing)}
        total={items > 0 ? price(total) : ''}
        isDown={placing.isSending}
        onPress={onPress}
      />
    </div>
  )
}

function Line({
  dish,
  quantity,
  onChange,
}: {
  dish: RestaurantWithMenu['menu']['dishes'][number]
  quantity: number
  onChange: (quantity: number) => void
}) {
  const most = mostOf(dish)
  return (
    <li className={quantity > most ? 'is-too-many r-fail' : undefined}>
      <span>
        {quantity} × {dish.name}
      </span>
      <span>
        {price({ ...dish.price, amount: dish.price.amount * quantity })}
      </span>
      {quantity > most && (
        <p>
          {most === 0 ? 'It cannot be had now.' : `Only ${most} left today.`}{' '}
          <button type="button" onClick={() => onChange(most)}>
            {most === 0 ? 'Take it out' : `Take ${most}`}
          </button>
        </p>
      )}
    </li>
  )
}

function Note({
  note,
  onChange,
}: {
  note: string
  onChange: (note: string) => void
}) {
  const isTooLong = note.length > longestNote
  return (
    <div className="basket-note">
      <label htmlFor="note">Note for the kitchen</label>
      <span
        id="note-count"
        className={isTooLong ? 'num is-too-long' : 'num'}
        aria-live={note.length > longestNote - 50 ? 'polite' : undefined}
        aria-atomic="true"
      >
        {note.length} of {longestNote}
      </span>
      <textarea
        id="note"
        rows={2}
        value={note}
        placeholder="Ring twice"
        aria-describedby="note-count"
        aria-invalid={isTooLong}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  )
}

function PlaceButton({
  label,
  total,
  isDown,
  onPress,
}: {
  label: string
  total: string
  isDown: boolean
  onPress: (pressedAt: number) => void
}) {
  const isReady = label === placeLabel
  return (
    <button
      type="button"
      className={isDown ? 'press is-down' : 'press'}
      aria-disabled={!isReady}
      onClick={({ timeStamp }) => {
        if (isReady) onPress(timeStamp)
      }}
    >
      <span>{label}</span>
      <span className="press-total">{total}</span>
    </button>
  )
}

const placeLabel = 'Place order'

function labelFor(
  { open, menu }: RestaurantWithMenu,
  basket: Basket,
  { isSending }: Placing,
): string {
  if (isSending) return 'Sending'
  if (!open) return 'Closed now'
  const labels = {
    empty: 'Add something first',
    'too-many': 'Not enough portions',
    'note-too-long': 'Shorten the note',
  }
  const hindrance = hindranceOf(menu.dishes, basket)
  return hindrance ? labels[hindrance] : placeLabel
}
