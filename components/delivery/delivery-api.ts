import type { Order, OrderStatus } from '@/contracts/orders'
import type { Restaurant, RestaurantWithMenu } from '@/contracts/restaurants'
import { ApiProblemError, BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { forgetSandbox } from '@/components/sandbox-session'
import { sendRequest, type ApiReply } from '@/components/send-request'
import {
  isOrderList,
  isRestaurantList,
  isRestaurantWithMenu,
  isWholeOrder,
} from './read-delivery'

/** An order, and the version of it that was read (its ETag). */
type OrderVersion = { order: Order; version: string | null }

export type OrderPage = { orders: Order[]; next: string | null }

export async function listRestaurants(): Promise<Restaurant[]> {
  const { body } = await readAsAnybody('/api/restaurants')
  if (!isRestaurantList(body)) throw new BrokenContractError('no restaurants')
  return body.items
}

export async function getRestaurant(slug: string): Promise<RestaurantWithMenu> {
  const { body } = await readAsAnybody(`/api/restaurants/${slug}`)
  if (!isRestaurantWithMenu(body)) throw new BrokenContractError('no menu')
  return body
}

/** Enough for a kitchen that a whole class has ordered from. */
const firstPage = '/api/orders?limit=50'

/** The sandbox's orders, newest first. `from` is where a page begins. */
export async function listOrders(from?: string): Promise<OrderPage> {
  const { body, headers } = await sendRequest(from ?? firstPage)
  if (!isOrderList(body)) throw new BrokenContractError('no orders')
  return { orders: body.items, next: nextOf(headers.get('link')) }
}

export async function getOrder(id: string): Promise<OrderVersion> {
  return orderIn(await sendRequest(`/api/orders/${id}`))
}

/**
 * Moves an order on, if it is still in the version that was read: of two who
 * press at the same time one succeeds, and the other is told (412).
 */
export async function moveOrder(
  { order, version }: OrderVersion,
  status: OrderStatus,
  reason?: string,
): Promise<{ moved: OrderVersion; traceId: string | null }> {
  const move = reason ? { status, reason } : { status }
  const fields = version ? { 'if-match': version } : undefined
  const reply = await sendRequest(
    `/api/orders/${order.id}`,
    jsonRequest('PATCH', move, fields),
  )
  return { moved: orderIn(reply), traceId: reply.traceId }
}

/** Empties the sandbox. One that has expired is empty already. */
export async function startOver(): Promise<void> {
  try {
    await sendRequest('/api/sandboxes/current', { method: 'DELETE' })
  } catch (error) {
    if (!isExpired(error)) throw error
    forgetSandbox()
  }
}

export function isExpired(error: unknown): boolean {
  return error instanceof ApiProblemError && error.problem.status === 401
}

/** Menus are for everybody: an expired cookie need not keep them away. */
async function readAsAnybody(path: string): Promise<ApiReply> {
  try {
    return await sendRequest(path)
  } catch (error) {
    if (!isExpired(error)) throw error
    forgetSandbox()
    return sendRequest(path, { credentials: 'omit' })
  }
}

function orderIn({ body, headers }: ApiReply): OrderVersion {
  if (!isWholeOrder(body)) throw new BrokenContractError('not an order')
  return { order: body, version: headers.get('etag') }
}

/** `Link: </api/orders?cursor=…>; rel="next"` */
function nextOf(link: string | null): string | null {
  const [, path] = /<(\/api\/[^>]*)>;\s*rel="next"/.exec(link ?? '') ?? []
  return path ?? null
}
