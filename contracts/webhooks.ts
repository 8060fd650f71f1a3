import * as z from 'zod'

export const TicketLine = z.strictObject({
  dish: z.string(),
  name: z.string(),
  quantity: z.int(),
})
export type TicketLine = z.infer<typeof TicketLine>

/**
 * The message that tells a kitchen of an order, in the Standard Webhooks
 * format: the envelope is `type`, `timestamp`, `data`.
 */
export const OrderPlacedMessage = z
  .strictObject({
    type: z.literal('order.placed'),
    timestamp: z.iso.datetime(),
    data: z.strictObject({
      sandbox: z.string(),
      order: z.string(),
      restaurant: z.string(),
      lines: z.array(TicketLine),
      note: z.string().nullable(),
    }),
  })
  .meta({ id: 'OrderPlacedMessage' })
export type OrderPlacedMessage = z.infer<typeof OrderPlacedMessage>
