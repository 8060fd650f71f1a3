import * as z from 'zod'
import { OrderStatus } from './orders'
import { Actor, Part } from './parts'
import { Span, SpanStart } from './trace'

/** What the event log keeps of a change to an order. */
export const OrderHappening = z.strictObject({
  order: z.string(),
  status: OrderStatus,
  at: z.iso.datetime(),
  by: Actor.optional(),
  reason: z.string().optional(),
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

/** A courier was offered a delivery, or took it. */
export const CourierEvent = z
  .strictObject({
    order: z.string(),
    courier: z.string().nullable(),
    by: Actor,
    at: z.iso.datetime(),
    traceId: z.string().nullable(),
  })
  .meta({ id: 'CourierEvent' })
export type CourierEvent = z.infer<typeof CourierEvent>

/** A person took a part over from the autopilot, or gave it back. */
export const ShiftEvent = z
  .strictObject({
    part: Part,
    until: z.iso.datetime().nullable(),
    at: z.iso.datetime(),
    traceId: z.string().nullable(),
  })
  .meta({ id: 'ShiftEvent' })
export type ShiftEvent = z.infer<typeof ShiftEvent>

/** Somebody joined the sandbox, or was shown out of it. */
export const MemberEvent = z
  .strictObject({
    member: z.string(),
    part: Part,
    name: z.string().nullable(),
    at: z.iso.datetime(),
    traceId: z.string().nullable(),
  })
  .meta({ id: 'MemberEvent' })
export type MemberEvent = z.infer<typeof MemberEvent>

/** Whoever opened the sandbox has started over: what was in it is gone. */
export const EmptiedEvent = z
  .strictObject({ at: z.iso.datetime(), traceId: z.string().nullable() })
  .meta({ id: 'EmptiedEvent' })
export type EmptiedEvent = z.infer<typeof EmptiedEvent>

/** The events of one sandbox, by the name that `event:` carries. */
export type PlatefulEvent =
  | { id: number; event: `order.${OrderStatus}`; data: OrderEvent }
  | { id: number; event: 'ticket.printed'; data: TicketEvent }
  | { id: number; event: 'courier.offered'; data: CourierEvent }
  | { id: number; event: 'courier.accepted'; data: CourierEvent }
  | { id: number; event: 'shift.started'; data: ShiftEvent }
  | { id: number; event: 'shift.ended'; data: ShiftEvent }
  | { id: number; event: 'member.joined'; data: MemberEvent }
  | { id: number; event: 'member.left'; data: MemberEvent }
  | { id: number; event: 'sandbox.emptied'; data: EmptiedEvent }
  | { id: number; event: 'span.started'; data: SpanStart }
  | { id: number; event: 'span.ended'; data: Span }
