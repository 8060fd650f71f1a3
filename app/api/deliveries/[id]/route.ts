import { DeliveryChange } from '@/contracts/deliveries'
import { getDelivery } from '@/server/delivery/list-deliveries'
import { takeDelivery } from '@/server/delivery/take-delivery'
import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Where the food of an order is, and when it should be at the door. */
export const GET = endpoint(async ({ db, params, sandboxId, member, step }) => {
  const guest = await step('see who is asking', () =>
    findGuest(db, sandboxId, member),
  )
  await step('count this request', () => limitRate(db, guest, 'requests'))

  const delivery = await step('find the delivery', () =>
    getDelivery(db, params.id),
  )
  return { status: 200, body: delivery }
})

/** A courier takes the delivery that is offered. */
export const PATCH = endpoint(async ({ request, db, params, member, step }) => {
  const guest = await step('see who is asking', () =>
    requireGuest(db, member, 'courier'),
  )
  await step('count this request', () => limitRate(db, guest, 'requests'))
  await step('read the change', () => readJson(request, DeliveryChange))

  await step('take the delivery', () => takeDelivery(db, 'courier', params.id))
  const delivery = await step('find the delivery', () =>
    getDelivery(db, params.id),
  )
  return { status: 200, body: delivery }
})

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH')
