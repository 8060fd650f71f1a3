import * as z from 'zod'
import { OrderEvent } from './events'

/** How long a page is kept waiting for news when it names no time itself. */
export const usualWaitSeconds = 20

const whole = z.string().regex(/^\d{1,15}$/)

/** What a page asks: what is new about an order, after what it knows. */
export const NewsQuestion = z.strictObject({
  order: z.string().startsWith('ord_').max(64),
  after: whole.default('0').transform(Number),
  wait: z
    .string()
    .regex(/^([1-9]|1\d|2[0-5])$/)
    .default(String(usualWaitSeconds))
    .transform(Number),
})
export type NewsQuestion = z.infer<typeof NewsQuestion>

/** An event of the order as the log has it, with its id there. */
export const NewsItem = z
  .strictObject({ id: z.int(), event: z.string(), data: OrderEvent })
  .meta({ id: 'NewsItem' })
export type NewsItem = z.infer<typeof NewsItem>

export const News = z
  .strictObject({
    answeredAt: z.iso.datetime().meta({
      description: 'The time on the clock of the server.',
    }),
    items: z.array(NewsItem).min(1),
  })
  .meta({ id: 'News' })
export type News = z.infer<typeof News>
