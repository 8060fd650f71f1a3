import type { Database } from '@/db/client'
import { sandboxes } from '@/db/schema/sandboxes'

const hourMs = 60 * 60 * 1000
const plenty = 1_000_000_000

/** A shop with one guest, in which every order finds room. */
export async function openShop(db: Database): Promise<void> {
  const now = Date.now()
  await db.insert(sandboxes).values({
    sandboxId: 'guest',
    autopilot: false,
    createdAt: now,
    expiresAt: now + hourMs,
    ordersLeft: plenty,
    rowsLeft: plenty,
    bytesLeft: plenty,
  })
}
