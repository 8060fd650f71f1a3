import type { Order } from '@/contracts/orders'
import { sandboxHint } from '@/components/sandbox-session'

/** A class orders in one sandbox, whose orders are all shown on its wall. */
export function isInClass(): boolean {
  return sandboxHint()?.place?.kind === 'class'
}

/** A guest's own list holds the guest's own: only those are theirs to cancel. */
export function ownOrders(orders: readonly Order[]): readonly Order[] {
  if (!isInClass()) return orders
  const id = sandboxHint()?.place?.id
  return orders.filter(({ guest }) => guest?.id === id)
}
