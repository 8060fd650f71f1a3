import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { OrderPlacedMessage } from '@/contracts/webhooks'
import { ProblemError } from '@/server/http/errors'
import { webhookSecret } from '../messages/webhook-secret'

/** A message that has been proven to come from Plateful. */
export type Delivery = OrderPlacedMessage['data'] & { webhookId: string }

/**
 * Holds the signature and the timestamp against the body (Standard Webhooks:
 * HMAC-SHA256, at most five minutes old). Nothing of it is believed before.
 */
export function verifyDelivery(headers: Headers, body: string): Delivery {
  const webhookId = headers.get('webhook-id') ?? ''
  const webhook = new Webhook(webhookSecret())
  try {
    const proven = webhook.verify(body, Object.fromEntries(headers))
    return { ...OrderPlacedMessage.parse(proven).data, webhookId }
  } catch (error) {
    if (error instanceof WebhookVerificationError) throw new BadSignatureError()
    throw error
  }
}

export class BadSignatureError extends ProblemError {
  override name = 'BadSignatureError'
  constructor() {
    super(
      'bad-signature',
      'The signature or its timestamp does not match. Nothing was printed.',
    )
  }
}
