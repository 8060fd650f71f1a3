import { readRun, readServing } from '@/labs/one-waiter/server/read-serving'
import { endRun, takePlace } from '@/labs/one-waiter/server/runs'
import {
  computeHere,
  computeInThread,
  waitForSomebody,
} from '@/labs/one-waiter/server/serve'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'

/** One request of a run: it waits, computes, or has a thread compute. */
export const GET = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'requests'))
  const serving = await step('read how to serve it', () => readServing(request))
  await step('take a place in the run', () => takePlace(guest, serving))

  const ways = {
    wait: () => step('wait for somebody else', () => waitForSomebody()),
    compute: () => step('compute it here', () => computeHere()),
    thread: () => step('have a thread compute it', () => computeInThread()),
  }
  const served = await ways[serving.way]()
  return { status: 200, body: { number: serving.number, ...served } }
})

/** Ends a run, and tells how late the event loop was meanwhile. */
export const DELETE = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'requests'))
  const run = await step('read which run it is', () => readRun(request))
  const report = await step('end the run', () => endRun(guest, run))
  return { status: 200, body: report }
})

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE')
