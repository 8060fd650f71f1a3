import { z } from 'zod'
import { OrderStatus } from './orders'
import { Span, SpanStart } from './trace'

/** What the event log keeps of a change to an order. */
export const OrderHappening = z.strictObject({
  order: z.string(),
  status: OrderStatus,
  at: z.iso.datetime(),
})

/** What happened to an order, in the past tense, and in which trace. */
export const OrderEvent = OrderHappening.extend({
  traceId: z.string().nullable(),
}).meta({ id: 'OrderEvent' })
export type OrderEvent = z.infer<typeof OrderEvent>

export const TicketEvent = z
  .strictObject({
    order: z.string(),
    ticket: z.string(),
    at: z.iso.datetime(),
    traceId: z.string().nullable(),
  })
  .meta({ id: 'TicketEvent' })
export type TicketEvent = z.infer<typeof TicketEvent>

/** The events of one sandbox, by the name that `event:` carries. */
export type PlatefulEvent =
  | { id: number; event: `order.${OrderStatus}`; data: OrderEvent }
  | { id: number; event: 'ticket.printed'; data: TicketEvent }
  | { id: number; event: 'span.started'; data: SpanStart }
  | { id: number; event: 'span.ended'; data: Span }
