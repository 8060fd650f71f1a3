import { usd } from '@/contracts/money'
import type { Order } from '@/contracts/orders'

const at = '2026-11-23T20:00:00.000Z'

/** An order for tests, of nothing and for nothing, that was placed. */
export const anOrder: Order = {
  id: 'ord_1',
  status: 'placed',
  restaurant: { slug: 'forno-rosa', name: 'Forno Rosa' },
  lines: [],
  subtotal: usd(0),
  deliveryFee: usd(0),
  total: usd(0),
  note: null,
  placedAt: at,
  history: [{ status: 'placed', at }],
}
