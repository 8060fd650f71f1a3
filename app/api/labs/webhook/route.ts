import { WebhookTrial } from '@/contracts/webhook-lab'
import { countTickets } from '@/labs/webhook/server/count-tickets'
import { findMessage } from '@/labs/webhook/server/find-message'
import { sendParcel } from '@/labs/webhook/server/send-parcel'
import { wrap } from '@/labs/webhook/server/wrap'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Sends the kitchen a message about your newest order, genuine or not. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { deed } = await step('read the experiment', () =>
    readJson(request, WebhookTrial),
  )

  const message = await step('find the message', () => findMessage(db))
  const parcel = await step('wrap the message', () => wrap(message, deed))
  const answers = await step('send the message', () => sendParcel(parcel, deed))
  const tickets = await step('count the tickets', () =>
    countTickets(db, message.id),
  )
  const headers = Object.entries(parcel.headers)
  return { status: 200, body: { headers, body: parcel.body, answers, tickets } }
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
