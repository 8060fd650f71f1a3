import type { Order } from '@/contracts/orders'
import type { WebhookDeed } from '@/contracts/webhook-deeds'
import type { WebhookOutcome } from '@/contracts/webhook-lab'
import { jsonRequest } from '@/components/json-request'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { isOrder, isRecord } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'
import { withSandbox } from '@/components/with-sandbox'
import { BrokenContractError } from '@/components/api-errors'
import { closedFor } from './words'

export type Sent = LabReply<WebhookOutcome>

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}

/** The order that the messages are about: a real one. */
export function placeIt(): Promise<LabReply<Order>> {
  return askLab({ path: '/api/orders', message: wish }, isOrder)
}

/** The same, while the kitchen's door is closed for its first messages. */
export async function placeWhileClosed(): Promise<LabReply<Order>> {
  const baggage = `fault.restaurant-offline=${closedFor}`
  const init = jsonRequest('POST', wish, { baggage })
  const { body, traceId } = await withSandbox(() =>
    sendRequest('/api/orders', init),
  )
  if (!isOrder(body)) throw new BrokenContractError('not an order')
  return { told: body, traceId }
}

/** The order's message on its way to the kitchen, and what is done to it. */
export function sendIt(deed: WebhookDeed): Promise<Sent> {
  return askLab({ path: '/api/labs/webhook', message: { deed } }, isOutcome)
}

function isOutcome(body: unknown): body is WebhookOutcome {
  return (
    isRecord(body) &&
    typeof body.body === 'string' &&
    typeof body.tickets === 'number' &&
    Array.isArray(body.answers) &&
    Array.isArray(body.headers)
  )
}
