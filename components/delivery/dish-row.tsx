import type { Dish } from '@/contracts/restaurants'
import { price } from '@/components/ui/price'
import { AmountPicker } from './amount-picker'
import { mostOf } from './basket'
import { Plate } from './plate'

/** A dish on the menu: what is in it, what it costs, how many are left. */
export function DishRow({
  dish,
  isOpen,
  quantity,
  onChange,
}: {
  dish: Dish
  isOpen: boolean
  quantity: number
  onChange: (quantity: number) => void
}) {
  const { name, description, allergens, portionsLeft, picture } = dish
  const isSoldOut = portionsLeft === 0
  return (
    <li className={isSoldOut ? 'dish is-sold-out' : 'dish'}>
      <Plate src={picture} size={72} />
      <div className="dish-words">
        <h3>{name}</h3>
        <p>{description}</p>
        <p className="dish-allergens">
          {allergens.length > 0
            ? `Contains ${listed(allergens)}`
            : 'No declared allergens'}
        </p>
      </div>
      <p className="dish-price">
        <b>{price(dish.price)}</b>
        <span className={portionsLeft < 4 ? 'is-few' : undefined}>
          {isSoldOut ? 'Sold out today' : `${portionsLeft} left`}
        </span>
      </p>
      <AmountPicker
        name={name}
        quantity={quantity}
        most={isOpen ? mostOf(dish) : 0}
        onChange={onChange}
      />
    </li>
  )
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { style: 'long' }).format(names)
}
