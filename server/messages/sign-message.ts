import { Webhook } from 'standardwebhooks'
import { webhookSecret } from './webhook-secret'

/**
 * The fields of a signed message (Standard Webhooks). The signature covers the
 * id, the time and the body: none of them can be another afterwards.
 */
export function signed(
  id: string,
  body: string,
  { secret = webhookSecret(), now = new Date() } = {},
): Record<string, string> {
  const signature = new Webhook(secret).sign(id, now, body)
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signature,
  }
}
