import { RateLimitTry } from '@/contracts/rate-limit-lab'
import { forgetTries } from '@/labs/rate-limit/server/forget-tries'
import { holdAgainstLimit } from '@/labs/rate-limit/server/hold-against-limit'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** One request of a flood: 200 while the limit lets it through, then 429. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'requests'))
  const wish = await step('read the experiment', () =>
    readJson(request, RateLimitTry),
  )
  const { list } = await step('hold it against the limit', () =>
    holdAgainstLimit(db, guest, wish),
  )
  const remaining = list[0]?.remaining ?? 0
  return { status: 200, body: { caller: wish.caller, remaining } }
})

/** Begins anew: the counts of the lab are thrown away. */
export const DELETE = endpoint(async ({ db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  await step('forget the tries', () => forgetTries(db, guest))
  return { status: 204 }
})

export const { GET, PUT, PATCH, OPTIONS } = otherMethods('POST', 'DELETE')
