import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { dishes, restaurants } from '@/db/schema/restaurants'
import { ProblemError } from '@/server/http/errors'
import type { UnprotectedOrder } from '@/contracts/break-it'
import { callNobody, callRestaurant } from './call-restaurant'
import { checkOut, type KeptOrder, type PageOrder } from './check-out.unsafe'
import { scenarioOf } from './scenarios'

/**
 * Presses the button as often as the fault has it pressed, all at once, on a
 * checkout without protection. Returns the orders that guests saw confirmed.
 */
export async function pressUnprotected(
  db: Database,
  wish: UnprotectedOrder,
): Promise<KeptOrder[]> {
  const call = wish.fault === 'restaurant-offline' ? callNobody : callRestaurant
  const page = await readPage(db, wish)

  const { presses } = scenarioOf(wish)
  const answers = await Promise.allSettled(
    Array.from({ length: presses }, () => checkOut(db, page, call)),
  )
  return answers.flatMap((answer) =>
    answer.status === 'fulfilled' ? [answer.value] : [],
  )
}

/** What a page of such a shop holds when the button is pressed. */
async function readPage(
  db: Database,
  wish: UnprotectedOrder,
): Promise<PageOrder> {
  const [house] = await db
    .select()
    .from(restaurants)
    .where(eq(restaurants.slug, wish.restaurant))
  const menu = await db
    .select()
    .from(dishes)
    .where(eq(dishes.restaurant, wish.restaurant))
  if (!house) throw new NotOnTheMenuError(wish.restaurant)

  const lines = wish.lines.map((line) => {
    const dish = menu.find(({ id }) => id === line.dish)
    if (!dish) throw new NotOnTheMenuError(line.dish)
    return { ...line, name: dish.name, portions: dish.portions }
  })
  const { slug, deliveryFeeMinor } = house
  return { guest: 'guest', restaurant: slug, deliveryFeeMinor, lines }
}

export class NotOnTheMenuError extends ProblemError {
  override name = 'NotOnTheMenuError'
  constructor(what: string) {
    const detail = `${JSON.stringify(what)} is not on the menu.`
    super('validation-failed', detail)
  }
}
