import * as z from 'zod'
import { skies } from './sky'

/** How far a delivery has come. `expected`: the kitchen has not accepted yet. */
export const DeliveryStatus = z
  .enum([
    'expected',
    'offered',
    'accepted',
    'collected',
    'delivered',
    'withdrawn',
  ])
  .meta({ id: 'DeliveryStatus' })
export type DeliveryStatus = z.infer<typeof DeliveryStatus>

/** A corner of the city, in kilometres east and north of the guest's door. */
export const Corner = z
  .strictObject({ east: z.number(), north: z.number() })
  .meta({ id: 'Corner' })
export type Corner = z.infer<typeof Corner>

/** The way of an order from the kitchen to the guest's door. */
export const Delivery = z
  .strictObject({
    order: z.string().startsWith('ord_'),
    status: DeliveryStatus,
    restaurant: z.strictObject({
      slug: z.string(),
      name: z.string(),
      address: z.string(),
    }),
    courier: z.string().nullable(),
    distanceKm: z.number(),
    way: z.array(Corner).meta({
      description: 'Along the streets, from the kitchen to the door.',
    }),
    offeredAt: z.iso.datetime().nullable(),
    acceptedAt: z.iso.datetime().nullable(),
    collectedAt: z.iso.datetime().nullable(),
    deliveredAt: z.iso.datetime().nullable(),
    travelMs: z.int().meta({
      description:
        'How long the way takes. The courier has come as far along it as the time since `collectedAt` is a part of this.',
    }),
    sky: z.enum(skies).nullable().meta({
      description:
        'The weather at the restaurant when a courier was called. Rain and thunderstorms make the way 1.25 times as long, snow 1.6 times; null where nobody knew it, and then distance alone counts.',
    }),
    arrivesAt: z.iso.datetime().nullable().meta({
      description: 'The estimate; null once nothing is on its way.',
    }),
    asOf: z.iso.datetime().meta({ description: 'The server’s clock.' }),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof Delivery>

export const DeliveryList = z
  .strictObject({ items: z.array(Delivery) })
  .meta({ id: 'DeliveryList' })
export type DeliveryList = z.infer<typeof DeliveryList>

/** A courier takes a delivery that is offered. */
export const DeliveryChange = z
  .strictObject({ status: z.literal('accepted') })
  .meta({ id: 'DeliveryChange' })
export type DeliveryChange = z.infer<typeof DeliveryChange>
