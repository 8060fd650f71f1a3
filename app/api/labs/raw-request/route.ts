import { RawMessage } from '@/contracts/raw-request'
import { exchangeBytes } from '@/labs/raw-request/server/exchange-bytes'
import { fillIn } from '@/labs/raw-request/server/fill-in'
import { requirePort } from '@/labs/raw-request/server/require-port'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { fewAtATime } from '@/server/limits/few-at-a-time'
import { limitRate } from '@/server/limits/limit-rate'

/** Writes a reader's bytes to a connection with this server itself. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const address = requirePort()
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const message = await step('read what is to be sent', () =>
    readJson(request, RawMessage, 64 * 1024),
  )

  const bytes = await step('fill in the blanks', () => fillIn(guest, message))
  const exchange = await step('send it as it is', () =>
    fewAtATime('raw-request', () => exchangeBytes(address, bytes)),
  )
  return { status: 200, body: exchange }
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
