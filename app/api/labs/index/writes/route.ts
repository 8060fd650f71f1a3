import { measureWrites } from '@/labs/index/server/measure-writes'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'
import { oneAtATime } from '@/server/limits/one-at-a-time'

/** What every index costs whoever writes. */
export const POST = endpoint(async ({ db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const cost = await oneAtATime('index', guest, () =>
    step('write into more and more indexes', () => measureWrites()),
  )
  return { status: 200, body: cost }
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
