import * as z from 'zod'

/** Which of the reader’s own orders is to be read back. */
export const OrderAsked = z.strictObject({
  order: z.string().regex(/^ord_[0-9a-f]{24}$/),
})

/** An order as one join reads it: a row for each line, the order beside it. */
export const JoinedRows = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        order: z.string(),
        restaurant: z.string(),
        dish: z.string(),
        quantity: z.int(),
        priceMinor: z.int(),
        totalMinor: z.int(),
      }),
    ),
  })
  .meta({ id: 'JoinedRows' })
export type JoinedRows = z.infer<typeof JoinedRows>

/** Rows that a database must refuse, and one that only one of two tables does. */
export const breaches = [
  'line-without-order',
  'same-line-twice',
  'order-without-restaurant',
  'negative-quantity',
  'negative-quantity-checked',
] as const
export type Breach = (typeof breaches)[number]

export const BreachWish = z
  .strictObject({ breach: z.enum(breaches) })
  .meta({ id: 'BreachWish' })

/** What the database said to a row that it should not take. */
export const BreachOutcome = z
  .strictObject({
    isRefused: z.boolean(),
    /** `SQLITE_CONSTRAINT_FOREIGNKEY`; null where the row was taken. */
    code: z.string().nullable(),
    message: z.string().nullable(),
    /** Rows of the table before the try, and after it. */
    rowsBefore: z.int().min(0),
    rowsAfter: z.int().min(0),
  })
  .meta({ id: 'BreachOutcome' })
export type BreachOutcome = z.infer<typeof BreachOutcome>
