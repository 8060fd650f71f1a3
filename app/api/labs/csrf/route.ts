import { ForgeryTrial, type Forgeries } from '@/contracts/csrf-lab'
import { listTrials } from '@/labs/csrf/server/find-trial'
import { setUpTrial } from '@/labs/csrf/server/set-up-trial'
import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Gives the browser a cookie for the twin, with a SameSite of your choice. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { sameSite } = await step('read the experiment', () =>
    readJson(request, ForgeryTrial),
  )

  const cookie = await step('sign in to the twin', () =>
    setUpTrial(db, sameSite),
  )
  const body: Forgeries = { doors: await listTrials(db) }
  return { status: 201, headers: { 'Set-Cookie': cookie }, body }
})

/** What has arrived at the two doors of the twin. */
export const GET = endpoint(async ({ db, sandboxId, member, step }) => {
  const guest = await step('see who is asking', () =>
    findGuest(db, sandboxId, member),
  )
  await step('count this request', () => limitRate(db, guest, 'requests'))
  const doors = await step('see what has arrived', () => listTrials(db))
  return { status: 200, body: { doors } satisfies Forgeries }
})

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST')
