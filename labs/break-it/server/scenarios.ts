import type { Database } from '@/db/client'
import type { BoardFaultName } from '@/contracts/fault-board'
import { floodSize } from '@/contracts/fault-board'
import { portions } from '@/db/schema/restaurants'
import { sandboxes } from '@/db/schema/sandboxes'
import type { UnprotectedOrder } from '@/contracts/break-it'
import type { Believed } from './audit-books'

/** How often the button is pressed, and how many orders somebody meant. */
type Scenario = { presses: number; meant: number }

const once: Scenario = { presses: 1, meant: 1 }
const impatient: Scenario = { presses: 2, meant: 1 }

const scenarios: Record<BoardFaultName, Scenario> = {
  'slow-database': impatient,
  'failure-midway': once,
  'restaurant-offline': once,
  'click-twice': impatient,
  'response-lost': impatient,
  'tampered-price': once,
  'expired-session': once,
  'sold-out': { presses: 2, meant: 2 },
  flood: { presses: floodSize, meant: floodSize },
}

export function scenarioOf({ fault }: UnprotectedOrder): Scenario {
  return scenarios[fault]
}

/** What the guests of a scenario take for true. */
export function believedOf(
  wish: UnprotectedOrder,
  confirmed: { id: string }[],
): Believed {
  const { meant } = scenarioOf(wish)
  return { confirmed: confirmed.map(({ id }) => id), meant }
}

const guest = 'guest'
const hourMs = 60 * 60 * 1000
const plenty = 1_000_000_000

/** Opens a shop with one guest, and with what the fault has to meet. */
export async function layOut(
  db: Database,
  wish: UnprotectedOrder,
): Promise<void> {
  const now = Date.now()
  const isOver = wish.fault === 'expired-session'
  await db.insert(sandboxes).values({
    sandboxId: guest,
    autopilot: false,
    createdAt: now - 2 * hourMs,
    expiresAt: isOver ? now - hourMs : now + hourMs,
    ordersLeft: plenty,
    rowsLeft: plenty,
    bytesLeft: plenty,
  })
  const shelf = shelfFor(wish)
  if (shelf.length > 0) await db.insert(portions).values(shelf)
}

/** What is left when the shop opens; of anything else, a day's portions. */
function shelfFor({ fault, lines }: UnprotectedOrder) {
  if (fault !== 'sold-out' && fault !== 'flood') return []
  const scarce = fault === 'sold-out' ? lines.slice(0, 1) : lines
  return scarce.map(({ dish, quantity }) => ({
    sandboxId: guest,
    dish,
    left: fault === 'sold-out' ? quantity : plenty,
  }))
}
