import type { NewOrder } from '@/contracts/orders'
import type { Dish } from '@/contracts/restaurants'
import { parseJson } from '@/components/parse-json'

/** What a guest has chosen at one restaurant, before anything is ordered. */
export type Basket = {
  lines: Readonly<Record<string, number>>
  note: string
}

export const emptyBasket: Basket = { lines: {}, note: '' }

export const longestNote = 500
const mostOfOneDish = 50

type MenuDish = Pick<Dish, 'id' | 'price' | 'portionsLeft' | 'available'>

/** A kept basket, or an empty one where the text is anything else. */
export function parseBasket(text: string | null): Basket {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null) return emptyBasket
  const lines = 'lines' in value ? value.lines : null
  const note = 'note' in value ? value.note : null
  if (typeof lines !== 'object' || lines === null) return emptyBasket
  const counted = Object.entries(lines).flatMap(
    ([dish, quantity]: [string, unknown]) => {
      const count = countOf(quantity)
      return count > 0 ? [[dish, count] as const] : []
    },
  )
  return {
    lines: Object.fromEntries(counted),
    note: typeof note === 'string' ? note : '',
  }
}

export function withQuantity(
  basket: Basket,
  dish: string,
  quantity: number,
): Basket {
  const { [dish]: _before, ...others } = basket.lines
  const count = countOf(quantity)
  return {
    ...basket,
    lines: count > 0 ? { ...basket.lines, [dish]: count } : others,
  }
}

/** The chosen dishes, in the order of the menu. */
export function chosenFrom<D extends MenuDish>(
  dishes: readonly D[],
  { lines }: Basket,
): { dish: D; quantity: number }[] {
  return dishes.flatMap((dish) => {
    const quantity = lines[dish.id] ?? 0
    return quantity > 0 ? [{ dish, quantity }] : []
  })
}

/** What the page believes it costs. The server works it out again. */
export function sumOf(
  dishes: readonly MenuDish[],
  basket: Basket,
): { items: number; amount: number } {
  let items = 0
  let amount = 0
  for (const { dish, quantity } of chosenFrom(dishes, basket)) {
    items += quantity
    amount += quantity * dish.price.amount
  }
  return { items, amount }
}

/** Why this basket cannot be ordered as it is; null when it can. */
export function hindranceOf(
  dishes: readonly MenuDish[],
  basket: Basket,
): 'empty' | 'too-many' | 'note-too-long' | null {
  const chosen = chosenFrom(dishes, basket)
  if (chosen.length === 0) return 'empty'
  if (chosen.some(({ dish, quantity }) => quantity > mostOf(dish)))
    return 'too-many'
  return basket.note.length > longestNote ? 'note-too-long' : null
}

/** The most of a dish that one order can have now. */
export function mostOf({ available, portionsLeft }: MenuDish): number {
  return available ? Math.min(portionsLeft, mostOfOneDish) : 0
}

export function wishOf(
  restaurant: string,
  dishes: readonly MenuDish[],
  basket: Basket,
): NewOrder {
  const lines = chosenFrom(dishes, basket).map(({ dish, quantity }) => ({
    dish: dish.id,
    quantity,
  }))
  const note = basket.note.trim()
  return { restaurant, lines, ...(note ? { note } : {}) }
}

function countOf(quantity: unknown): number {
  if (typeof quantity !== 'number' || !Number.isInteger(quantity)) return 0
  return Math.max(0, Math.min(quantity, mostOfOneDish))
}
