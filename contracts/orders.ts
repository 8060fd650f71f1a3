import * as z from 'zod'
import { Money } from './money'
import { Actor, type Part } from './parts'

/** The states of an order, in the order in which a lucky one passes them. */
export const OrderStatus = z
  .enum([
    'placed',
    'accepted',
    'cooking',
    'ready',
    'collected',
    'delivered',
    'cancelled',
    'rejected',
  ])
  .meta({ id: 'OrderStatus' })
export type OrderStatus = z.infer<typeof OrderStatus>

/** Where an order may go next from each state. An empty list is an end. */
export const nextStatuses: Record<OrderStatus, readonly OrderStatus[]> = {
  placed: ['accepted', 'rejected', 'cancelled'],
  accepted: ['cooking', 'cancelled'],
  cooking: ['ready'],
  ready: ['collected'],
  collected: ['delivered'],
  delivered: [],
  cancelled: [],
  rejected: [],
}

/** Whose part each move is. An owner may play every part. */
export const movesOf: Record<Part, readonly OrderStatus[]> = {
  guest: ['cancelled'],
  kitchen: ['accepted', 'rejected', 'cooking', 'ready'],
  courier: ['collected', 'delivered'],
}

/** The part that makes a move. */
export function partFor(status: OrderStatus): Part {
  if (movesOf.kitchen.includes(status)) return 'kitchen'
  return movesOf.courier.includes(status) ? 'courier' : 'guest'
}

export const OrderLine = z
  .strictObject({
    dish: z
      .string()
      .min(1)
      .max(64)
      .meta({
        description: 'The id of a dish on the menu.',
        examples: ['miso-ramen'],
      }),
    quantity: z.int().min(1).max(50),
  })
  .meta({ id: 'NewOrderLine' })

/** No NUL, where the database stops reading, and no half of a character. */
const wholeText = /^[^\u0000\ud800-\udfff]*$/u

/** What a guest asks for. Prices are not in it: they are the server's. */
export const NewOrder = z
  .strictObject({
    restaurant: z
      .string()
      .min(1)
      .max(64)
      .meta({
        description: 'The slug of a restaurant that is open.',
        examples: ['lantern-noodle-house'],
      }),
    lines: z.array(OrderLine).min(1).max(20),
    note: z
      .string()
      .max(500)
      .regex(wholeText)
      .optional()
      .meta({ description: 'For the kitchen, in plain text.' }),
  })
  .meta({ id: 'NewOrder' })
export type NewOrder = z.infer<typeof NewOrder>

export const StatusChange = z
  .strictObject({
    status: OrderStatus,
    reason: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(wholeText)
      .optional()
      .meta({ description: 'Why it is rejected or cancelled.' }),
  })
  .refine(
    ({ status, reason }) =>
      reason === undefined || status === 'rejected' || status === 'cancelled',
    { path: ['reason'], error: 'Only a refusal carries a reason.' },
  )
  .meta({ id: 'StatusChange' })
export type StatusChange = z.infer<typeof StatusChange>

/** An order as the backend tells it. */
export const Order = z
  .strictObject({
    id: z.string().startsWith('ord_'),
    status: OrderStatus,
    restaurant: z.strictObject({ slug: z.string(), name: z.string() }),
    lines: z.array(
      z.strictObject({
        dish: z.string(),
        name: z.string(),
        quantity: z.int(),
        price: Money.meta({ description: 'Of one portion.' }),
        total: Money,
      }),
    ),
    subtotal: Money.meta({ description: 'Of all lines.' }),
    deliveryFee: Money,
    total: Money.meta({ description: 'What the guest pays.' }),
    note: z.string().nullable(),
    guest: z
      .strictObject({ id: z.string(), name: z.string().nullable() })
      .optional()
      .meta({ description: 'Who ordered, if that is not the owner.' }),
    placedAt: z.iso.datetime(),
    history: z
      .array(
        z.strictObject({
          status: OrderStatus,
          at: z.iso.datetime(),
          by: Actor.optional(),
          reason: z.string().optional(),
        }),
      )
      .meta({ description: 'Each status it has had, the oldest first.' }),
  })
  .meta({ id: 'Order' })
export type Order = z.infer<typeof Order>

export const OrderList = z
  .strictObject({ items: z.array(Order) })
  .meta({ id: 'OrderList' })
export type OrderList = z.infer<typeof OrderList>
