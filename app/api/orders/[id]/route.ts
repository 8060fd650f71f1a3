import { partFor, StatusChange } from '@/contracts/orders'
import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { requirePart } from '@/server/guests/require-part'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'
import { getOrder } from '@/server/orders/get-order'
import { moveOrder, requireVersion } from '@/server/orders/move-order'

/** One order of the guest's. */
export const GET = endpoint(async ({ db, params, sandboxId, member, step }) => {
  const guest = await step('see who is asking', () =>
    findGuest(db, sandboxId, member),
  )
  await step('count this request', () => limitRate(db, guest, 'requests'))

  const { order, etag } = await step('find the order', () =>
    getOrder(db, params.id),
  )
  return { status: 200, body: order, etag }
})

/** Moves an order to its next state: accept, cook, cancel, and so on. */
export const PATCH = endpoint(async ({ request, db, params, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'requests'))
  const change = await step('read the change', () =>
    readJson(request, StatusChange),
  )
  const by = partFor(change.status)

  const order = await step('find the order', () => getOrder(db, params.id))
  await step('see whose part it is', () => requirePart(member, by, order.order))
  await step('compare the version', () => requireVersion(request, order))
  return step('move the order', () =>
    moveOrder(db, { ...guest, by }, order, change),
  )
})

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH')
