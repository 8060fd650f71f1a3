import type { Delivery } from '@/contracts/deliveries'
import type { CurrentSandbox } from '@/contracts/sandboxes'
import { ApiProblemError, BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { sendRequest } from '@/components/send-request'
import { isCurrentSandbox, isDelivery, isDeliveryList } from './read-delivery'
import { noteServerTime } from './server-clock'

/** The parts that a person can take over from the autopilot. */
export type ShiftPart = 'kitchen' | 'courier'

/** Where the food of each order is that a screen shows, the newest first. */
export async function listDeliveries(): Promise<Delivery[]> {
  const sentAt = performance.now()
  const { body } = await sendRequest('/api/deliveries?limit=100')
  if (!isDeliveryList(body)) throw new BrokenContractError('no deliveries')
  for (const { asOf } of body.items.slice(0, 1))
    noteServerTime(asOf, sentAt, performance.now())
  return body.items
}

export async function getDelivery(order: string): Promise<Delivery> {
  const sentAt = performance.now()
  const { body } = await sendRequest(`/api/deliveries/${order}`)
  return deliveryIn(body, sentAt)
}

/** A courier takes the delivery that is offered. Of two, one gets it. */
export async function takeDelivery(order: string): Promise<Delivery> {
  const sentAt = performance.now()
  const { body } = await sendRequest(
    `/api/deliveries/${order}`,
    jsonRequest('PATCH', { status: 'accepted' }),
  )
  return deliveryIn(body, sentAt)
}

/** The sandbox and who plays in it; null for a reader who has none yet. */
export async function findCurrentSandbox(): Promise<CurrentSandbox | null> {
  try {
    const { body } = await sendRequest('/api/sandboxes/current')
    if (!isCurrentSandbox(body)) throw new BrokenContractError('no sandbox')
    return body
  } catch (error) {
    if (error instanceof ApiProblemError && error.problem.status === 404)
      return null
    throw error
  }
}

export async function setAutopilot(autopilot: boolean): Promise<void> {
  await sendRequest(
    '/api/sandboxes/current',
    jsonRequest('PATCH', { autopilot }),
  )
}

/** A person plays this part from now on, or says that they still do. */
export async function takeShift(part: ShiftPart): Promise<void> {
  await sendRequest(`/api/sandboxes/current/shifts/${part}`, { method: 'PUT' })
}

/** The person goes. Sent even while the page is being closed. */
export async function endShift(part: ShiftPart): Promise<void> {
  await sendRequest(`/api/sandboxes/current/shifts/${part}`, {
    method: 'DELETE',
    keepalive: true,
  })
}

function deliveryIn(body: unknown, sentAt: number): Delivery {
  if (!isDelivery(body)) throw new BrokenContractError('not a delivery')
  noteServerTime(body.asOf, sentAt, performance.now())
  return body
}
