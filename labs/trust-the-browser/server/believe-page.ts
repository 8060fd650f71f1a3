import type { BelievedOrder } from '@/contracts/trust-the-browser'
import type { Database } from '@/db/client'
import { checkOut } from './check-out.unsafe'

/**
 * Hands an order to the checkout that believes it. Unsafe code is called from
 * its own folder only, so the door comes in by here.
 */
export function believePage(
  db: Database,
  page: BelievedOrder,
): Promise<string> {
  return checkOut(db, page)
}
