import type { NewOrder } from '@/contracts/orders'
import type { PlacedOrder, Press } from '../api-client'

/** How the next order is sent, when something is to go wrong with it. */
export type Armed = {
  /** Without its protection, the order may stand on books of its own. */
  isProtected: boolean
  send: (wish: NewOrder, press: Press) => Promise<PlacedOrder>
}
