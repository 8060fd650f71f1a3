import { GraphQLError } from 'graphql'
import type { Reply } from '@/contracts/http'
import { NewOrder, Order, StatusChange } from '@/contracts/orders'
import type { Dish, Restaurant } from '@/contracts/restaurants'
import { NotFoundError } from '@/server/http/errors'
import { validate } from '@/server/http/read-json'
import type { Visit } from './visit'
import { orProblem } from './or-problem'

type PageWish = { first: number; after?: string | null }
type MoveWish = { id: string; status: string; reason?: string | null }
type OnMenu = Dish & { of: string }

/**
 * How each field comes by its value. What is not named here is read from the
 * object itself. No rule of Plateful stands here: those are behind the sources.
 */
export const resolvers = {
  Query: {
    restaurants: (_: unknown, __: unknown, { db, sources }: Visit) =>
      sources.restaurants(db),
    restaurant: (_: unknown, { slug }: { slug: string }, { lookups }: Visit) =>
      lookups.restaurant.load(slug).catch(() => null),
    orders: (_: unknown, wish: PageWish, { db, sources }: Visit) =>
      sources.orders(db, pageOf(wish)),
    order: (_: unknown, { id }: { id: string }, { db, sources }: Visit) =>
      sources.order(db, id).then(({ order }) => order, nullIfNotFound),
  },

  Mutation: {
    placeOrder: (_: unknown, { wish }: { wish: unknown }, visit: Visit) =>
      orProblem(visit, (db, changes) =>
        changes.placeOrder(db, validate(plain(wish), NewOrder)).then(orderIn),
      ),
    moveOrder: (_: unknown, { id, ...change }: MoveWish, visit: Visit) =>
      orProblem(visit, (db, changes) =>
        changes
          .moveOrder(db, id, validate(plain(change), StatusChange))
          .then(orderIn),
      ),
  },

  OrderResult: {
    __resolveType: (value: object) => ('detail' in value ? 'Problem' : 'Order'),
  },
  Order: {
    restaurant: ({ restaurant }: Order, _: unknown, { lookups }: Visit) =>
      lookups.restaurant.load(restaurant.slug),
  },
  Restaurant: {
    menu: async (restaurant: Restaurant, _: unknown, { lookups }: Visit) => {
      const dishes = await lookups.menu.load(restaurant)
      return dishes.map((dish): OnMenu => ({ ...dish, of: restaurant.slug }))
    },
  },
  Dish: {
    restaurant: ({ of }: OnMenu, _: unknown, { lookups }: Visit) =>
      lookups.restaurant.load(of),
  },
}

/** The order that the other door would answer with. */
function orderIn({ text, body }: Reply): Order {
  return Order.parse(text === undefined ? body : JSON.parse(text))
}

function pageOf({ first, after = null }: PageWish) {
  if (first < 1 || first > 100)
    throw new GraphQLError('A page has 1 to 100 orders.')
  return { limit: first, cursor: after }
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof NotFoundError) return null
  throw error
}

/** An argument as JSON has it: what was given as null was not given. */
function plain(input: unknown): unknown {
  return JSON.parse(
    JSON.stringify(input, (_, value: unknown) => value ?? undefined),
  )
}
