import { timingSafeEqual } from 'node:crypto'
import { env } from '@/env'
import { endpoint } from '@/server/http/endpoint'
import { ProblemError } from '@/server/http/errors'
import { otherMethods } from '@/server/http/other-methods'
import { deliverOutbox } from './deliver'

/** A door for a clock outside: sends what is due. Only with the CRON_SECRET. */
export const GET = endpoint(
  async ({ request }) => {
    requireClock(request)
    await deliverOutbox()
    return { status: 200, body: { delivered: true } }
  },
  { credentials: 'none', isTraced: false },
)

function requireClock(request: Request): void {
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${env.CRON_SECRET ?? ''}`)
  const isClock =
    env.CRON_SECRET !== undefined &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  if (!isClock)
    throw new ProblemError('not-found', 'There is nothing at this address.')
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
