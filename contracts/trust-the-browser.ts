import * as z from 'zod'
import { pageDish } from './page-dish'

const amount = z.int().min(-1_000_000).max(1_000_000)

/** An order as the naive checkout takes it: with what the page says of it. */
export const BelievedOrder = z
  .strictObject({
    dish: z.literal(pageDish.dish),
    quantity: z.int().min(-1000).max(1000),
    priceMinor: amount.meta({
      description: 'What the page says that one portion costs.',
    }),
    deliveryFeeMinor: amount.meta({
      description: 'What the page says that the delivery costs.',
    }),
  })
  .meta({ id: 'BelievedOrder' })
export type BelievedOrder = z.infer<typeof BelievedOrder>

/** The rows that such an order left, as they were read back. */
export const BelievedRows = z
  .strictObject({
    order: z.strictObject({
      id: z.string(),
      subtotalMinor: z.int(),
      deliveryFeeMinor: z.int(),
      totalMinor: z.int(),
    }),
    line: z.strictObject({
      dish: z.string(),
      quantity: z.int(),
      priceMinor: z.int(),
    }),
  })
  .meta({ id: 'BelievedRows' })
export type BelievedRows = z.infer<typeof BelievedRows>
