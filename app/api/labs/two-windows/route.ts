import { addToTally } from '@/labs/two-windows/server/add-to-tally'
import { clearTally } from '@/labs/two-windows/server/clear-tally'
import { readTally } from '@/labs/two-windows/server/read-tally'
import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'

/** How often this visitor has pressed. */
export const GET = endpoint(async ({ db, sandboxId, member, step }) => {
  const guest = await step('see who is asking', () =>
    findGuest(db, sandboxId, member),
  )
  await step('count this request', () => limitRate(db, guest, 'requests'))
  const tally = await step('read the tally', () => readTally(db))
  return { status: 200, body: tally }
})

/** One more press. */
export const POST = endpoint(async ({ db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const tally = await step('add to the tally', () => addToTally(db))
  return { status: 201, body: tally }
})

/** Back to nothing. */
export const DELETE = endpoint(async ({ db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const tally = await step('clear the tally', () => clearTally(db))
  return { status: 200, body: tally }
})

export const { PUT, PATCH, OPTIONS } = otherMethods('GET', 'POST', 'DELETE')
