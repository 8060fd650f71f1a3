import { findTrial } from '@/labs/csrf/server/find-trial'
import {
  believeCookie,
  keepOutcome,
  openAccount,
} from '@/labs/csrf/server/believe-cookie'
import { noteArrival } from '@/labs/csrf/server/note-arrival'
import { readForgedWish } from '@/labs/csrf/server/read-forged-wish'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint, type DoorVisit } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { limitRate } from '@/server/limits/limit-rate'

/** The twin's door: it asks for its cookie, and for nothing else. */
export const POST = endpoint((visit) => obey(visit), { credentials: 'own' })

/** The same by GET, which should change nothing, and here it does. */
export const GET = endpoint((visit) => obey(visit), { credentials: 'own' })

async function obey(visit: DoorVisit) {
  const { request, step, throwAway } = visit
  const { db, trial } = await receive(visit)
  const wish = await step('read the wish', () => readForgedWish(request))
  const twin = await throwAway(openAccount)
  const email = await step('believe the cookie', () =>
    believeCookie(twin, request, trial, wish),
  )
  await step('keep what came of it', () => keepOutcome(db, trial, email))
  return { status: 200, body: { email } }
}

/** A browser asks before it sends what no form could. No leave is given. */
export const OPTIONS = endpoint(
  async (visit) => {
    await receive(visit)
    return { status: 204, headers: { Allow: 'GET, HEAD, POST, OPTIONS' } }
  },
  { credentials: 'own' },
)

/** Whose experiment it is, and what of the request has arrived. */
async function receive({ request, params, step, enter }: DoorVisit) {
  const trial = await step('find the experiment', () =>
    findTrial(houseDatabase(), 'trusting', params.id),
  )
  const db = enter(trial.sandboxId)
  const guest = await step('see who is asking', () => requireGuest(db))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  await step('note what arrived', () => noteArrival(db, trial, request))
  return { db, trial }
}

export const { PUT, PATCH, DELETE } = otherMethods('GET', 'POST')
