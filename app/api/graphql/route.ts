import { partFor } from '@/contracts/orders'
import { answer } from '@/server/http/graphql/answer'
import { readQuestion } from '@/server/http/graphql/read-question'
import type { Changes, Sources } from '@/server/http/graphql/sources'
import {
  findGuest,
  requireGuest,
  type Guest,
} from '@/server/guests/require-guest'
import { requirePart } from '@/server/guests/require-part'
import { endpoint, type DoorVisit } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { findRepeat, repliesTo } from '@/server/idempotency/find-repeat'
import { limitRate } from '@/server/limits/limit-rate'
import { getOrder } from '@/server/orders/get-order'
import { listOrders } from '@/server/orders/list-orders'
import { moveOrder } from '@/server/orders/move-order'
import { placeOrder } from '@/server/orders/place-order'
import { priceBasket } from '@/server/orders/price-basket'
import { findRestaurants } from '@/server/restaurants/find-restaurants'
import { listMenus } from '@/server/restaurants/list-menus'
import { listRestaurants } from '@/server/restaurants/list-restaurants'

/** Asks: the catalogue and the guest's orders, in the shape that is wanted. */
export const GET = endpoint((visit) => ask(visit))

/** Asks, or changes: with the same rules and by the same code as elsewhere. */
export const POST = endpoint(
  async (visit) => {
    const { request, member, step } = visit
    const { text, isChange } = await step('read what is asked', () =>
      readQuestion(request),
    )
    if (!isChange) return ask(visit, text)

    const db = await visit.settle()
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'orders'))
    const { key, reply } = await step('look for a repeat', () =>
      findRepeat(db, request, text),
    )
    if (reply) return reply
    const changes = { ...changesBy(guest, step), ...repliesTo(key) }
    return answer(request, { db, text, sources: sources(step), changes })
  },
  { settles: true },
)

async function ask(visit: DoorVisit, text?: string) {
  const { request, db, sandboxId, member, step } = visit
  const guest = await step('see who is asking', () =>
    findGuest(db, sandboxId, member),
  )
  await step('count this request', () => limitRate(db, guest, 'requests'))
  return answer(request, { db, text, sources: sources(step) })
}

/** What answers are drawn from: what stands behind the other doors. */
function sources(step: DoorVisit['step']): Sources {
  return {
    restaurants: (db) =>
      step('list the restaurants', () => listRestaurants(db)),
    restaurantsOf: (db, slugs) =>
      step('look up the restaurants', () => findRestaurants(db, slugs)),
    menusOf: (db, restaurants) =>
      step('read the menus', () => listMenus(db, restaurants)),
    orders: (db, page) => step('list the orders', () => listOrders(db, page)),
    order: (db, id) => step('find the order', () => getOrder(db, id)),
  }
}

/** What changes something: the very steps of the doors that do it by name. */
function changesBy(
  guest: Guest,
  step: DoorVisit['step'],
): Pick<Changes, 'placeOrder' | 'moveOrder'> {
  const { member } = guest
  return {
    placeOrder: async (tx, wish) => {
      await step('see whose part it is', () => requirePart(member, 'guest'))
      const basket = await step('price the basket', () => priceBasket(tx, wish))
      return step('save the order', () => placeOrder(tx, guest, basket, null))
    },
    moveOrder: async (tx, id, change) => {
      const by = partFor(change.status)
      const order = await step('find the order', () => getOrder(tx, id))
      await step('see whose part it is', () =>
        requirePart(member, by, order.order),
      )
      return step('move the order', () =>
        moveOrder(tx, { ...guest, by }, order, change),
      )
    },
  }
}

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST')
