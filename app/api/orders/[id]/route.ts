import { StatusChange } from '@/contracts/orders'
import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'
import { getOrder } from '@/server/orders/get-order'
import { moveOrder, requireVersion } from '@/server/orders/move-order'

/** One order of the guest's. */
export const GET = endpoint(async ({ db, params, sandboxId, step }) => {
  const guest = await step('see who is asking', () => findGuest(db, sandboxId))
  await step('count this request', () => limitRate(db, guest, 'requests'))

  const { order, etag } = await step('find the order', () =>
    getOrder(db, params.id),
  )
  return { status: 200, body: order, etag }
})

/** Moves an order to its next state: accept, cook, cancel, and so on. */
export const PATCH = endpoint(async ({ request, db, params, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db))
  await step('count this request', () => limitRate(db, guest, 'requests'))
  const { status } = await step('read the change', () =>
    readJson(request, StatusChange),
  )

  const order = await step('find the order', () => getOrder(db, params.id))
  await step('compare the version', () => requireVersion(request, order))
  return step('move the order', () => moveOrder(db, order, status))
})

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH')
