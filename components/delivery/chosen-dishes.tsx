import type { Money } from '@/contracts/money'
import { price } from '@/components/ui/price'

type Chosen = { id: string; name: string; price: Money; quantity: number }

/** The dishes of an order, with what all portions of each cost. */
export function ChosenDishes({ dishes }: { dishes: Chosen[] }) {
  return (
    <ul>
      {dishes.map(({ id, name, quantity, price: of }) => (
        <li key={id}>
          <span>
            {quantity} × {name}
          </span>
          <span className="num">
            {price({ ...of, amount: of.amount * quantity })}
          </span>
        </li>
      ))}
    </ul>
  )
}
