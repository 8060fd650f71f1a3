import * as z from 'zod'

/** An amount of money: an integer in minor units (cents) and an ISO 4217 code. */
export const Money = z
  .strictObject({
    amount: z
      .int()
      .min(0)
      .meta({ examples: [1250] }),
    currency: z.literal('USD'),
  })
  .meta({ id: 'Money', description: 'Money in minor units: 1250 is $12.50.' })
export type Money = z.infer<typeof Money>

/** Money from minor units, in the one currency that Plateful trades in. */
export function usd(amount: number): Money {
  return { amount, currency: 'USD' }
}

/** Money as a guest reads it: `$12.50`. */
export function formatMoney(money: Money): string {
  return `$${(money.amount / 100).toFixed(2)}`
}
