import type { Actor } from '@/contracts/parts'
import { courierFor } from './city'

/** What a courier did about an order, as the event log keeps it. */
export function courierEvent(
  what: 'offered' | 'accepted',
  order: string,
  by: Actor,
  at: number,
) {
  const courier = what === 'accepted' ? courierFor(order) : null
  const data = { order, courier, by, at: new Date(at).toISOString() }
  return { kind: `courier.${what}`, order, data, createdAt: at }
}
