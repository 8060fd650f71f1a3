import type { NewOrder, Order, StatusChange } from '@/contracts/orders'
import type { Dish, Restaurant } from '@/contracts/restaurants'
import type { PageRequest, Reply } from '@/contracts/http'
import type { Database } from '@/db/client'

/**
 * What answers are drawn from. The door lends them: the very functions that
 * stand behind the other doors, each as a step of this visit.
 */
export type Sources = {
  restaurants: (db: Database) => Promise<Restaurant[]>
  /** Many at once, so that a list of orders asks once for its restaurants. */
  restaurantsOf: (db: Database, slugs: string[]) => Promise<Restaurant[]>
  menusOf: (
    db: Database,
    restaurants: readonly Restaurant[],
  ) => Promise<Map<string, Dish[]>>
  orders: (
    db: Database,
    page: PageRequest,
  ) => Promise<{ items: Order[]; next: string | null }>
  order: (db: Database, id: string) => Promise<{ order: Order }>
}

/** What changes something, and how the other door would answer. Everything in one transaction, or nothing. */
export type Changes = {
  placeOrder: (tx: Database, wish: NewOrder) => Promise<Reply>
  moveOrder: (tx: Database, id: string, to: StatusChange) => Promise<Reply>
  /** The first reply to the same request; null where this is the first. */
  findReply: (tx: Database) => Promise<Reply | null>
  keepReply: (tx: Database, reply: Reply) => PromiseLike<unknown> | null
}
