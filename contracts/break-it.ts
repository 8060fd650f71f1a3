import * as z from 'zod'
import {
  boardFaults,
  invariants,
  type BoardFaultName,
  type InvariantName,
} from './fault-board'
import { Order } from './orders'

const names = Object.keys(boardFaults) as [BoardFaultName]
const invariantNames = Object.keys(invariants) as [InvariantName]

/** An order as a checkout without protection takes it: with prices in it. */
export const UnprotectedOrder = z
  .strictObject({
    fault: z.enum(names).meta({
      description: 'Which lever of the fault board is thrown.',
    }),
    restaurant: z.string().min(1).max(64),
    lines: z
      .array(
        z.strictObject({
          dish: z.string().min(1).max(64),
          quantity: z.int().min(1).max(50),
          priceMinor: z.int().min(0).max(100_000).meta({
            description: 'What the page says that one portion costs.',
          }),
        }),
      )
      .min(1)
      .max(20),
  })
  .meta({ id: 'UnprotectedOrder' })
export type UnprotectedOrder = z.infer<typeof UnprotectedOrder>

/** What the guest was told, and what the books say. */
export const UnprotectedOutcome = z
  .strictObject({
    order: Order.nullable().meta({
      description: 'The last order that was confirmed; null when none was.',
    }),
    confirmed: z.int().meta({ description: 'How many orders were confirmed.' }),
    kept: z.int().meta({ description: 'How many orders the database holds.' }),
    broken: z.array(z.enum(invariantNames)).meta({
      description: 'What is no longer true of the books.',
    }),
  })
  .meta({ id: 'UnprotectedOutcome' })
export type UnprotectedOutcome = z.infer<typeof UnprotectedOutcome>
