import * as z from 'zod'
import { delaysMs, listWays, orderCounts } from './list-choices'

export const ListWish = z
  .strictObject({
    orders: z.literal([...orderCounts]),
    /** How far away the database is to be: waited before each statement. */
    delayMs: z.literal([...delaysMs]),
    way: z.enum(listWays),
  })
  .meta({ id: 'ListWish' })
export type ListWish = z.infer<typeof ListWish>

const ListedOrder = z
  .strictObject({
    id: z.string(),
    lines: z.array(z.strictObject({ name: z.string(), quantity: z.int() })),
  })
  .meta({ id: 'ListedOrder' })
export type ListedOrder = z.infer<typeof ListedOrder>

/** The same list, whichever way it was read, and how long the reading took. */
export const ListOutcome = z
  .strictObject({
    orders: z.array(ListedOrder),
    statements: z.int().min(1),
    tookMs: z.number().min(0),
  })
  .meta({ id: 'ListOutcome' })
export type ListOutcome = z.infer<typeof ListOutcome>
