import type { NewOrder, Order } from '@/contracts/orders'

/** What this phone orders. It was last updated in March. */
export function dinner(): NewOrder {
  return {
    restaurant: 'lantern-noodle-house',
    lines: [{ dish: 'miso-ramen', quantity: 2 }],
    note: 'Ring twice, please.',
  }
}

/** What it shows of an answer. It takes the answer for what was promised. */
export function screenOf(answer: string): string[] {
  const order: Order = JSON.parse(answer)
  const dishes = order.lines.map(
    ({ quantity, name }) => `${quantity} × ${name}`,
  )
  const dollars = (order.total.amount / 100).toFixed(2)
  const placedAt = new Date(Date.parse(order.placedAt))
  return [
    `Dinner from ${order.restaurant.name}`,
    dishes.join(', '),
    `It costs $${dollars}`,
    `Ordered at ${placedAt.toLocaleTimeString('en-GB')}`,
    order.note ? `Your note: ${order.note}` : 'You left no note',
    `It is ${words[order.status]}`,
  ]
}

const words: Record<Order['status'], string> = {
  placed: 'with the restaurant',
  accepted: 'accepted',
  cooking: 'being cooked',
  ready: 'ready',
  collected: 'on its way',
  delivered: 'delivered',
  cancelled: 'cancelled',
  rejected: 'not possible today',
}
