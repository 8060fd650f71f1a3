import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readText } from '@/server/http/read-json'
import { printTicket } from '@/server/kitchen/print-ticket'
import { verifyDelivery } from '@/server/kitchen/verify-delivery'

/** The restaurant's own door: believes what is signed, and prints it once. */
export const POST = endpoint(
  async ({ request, step, enter }) => {
    const body = await step('read the message', () => readText(request))
    const delivery = await step('check the signature', () =>
      verifyDelivery(request.headers, body),
    )

    const db = enter(delivery.sandbox)
    await step('print the ticket', () => printTicket(db, delivery))
    return { status: 204 }
  },
  { credentials: 'own', service: 'restaurant' },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
