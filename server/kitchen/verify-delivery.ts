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
  const message = OrderPlacedMessage.safeParse(verify(headers, body))
  if (!message.success) throw new NotAnOrderError()
  return { ...message.data.data, webhookId }
}

function verify(headers: Headers, body: string): unknown {
  const webhook = new Webhook(webhookSecret())
  try {
    return webhook.verify(body, Object.fromEntries(headers))
  } catch (error) {
    if (error instanceof WebhookVerificationError) throw new BadSignatureError()
    if (error instanceof SyntaxError) throw new NotAnOrderError()
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

export class NotAnOrderError extends ProblemError {
  override name = 'NotAnOrderError'
  constructor() {
    const detail = 'The message is signed, and is not one about an order.'
    super('validation-failed', detail)
  }
}
