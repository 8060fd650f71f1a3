import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { operations } from '@/contracts/openapi-operations'
import type { Ask } from './record-api'

const door = 'POST /api/webhooks/kitchen'

/** A message about an order, signed as the kitchen's sender signs it. */
export async function recordWebhook(
  record: (name: string, how: Ask) => Promise<unknown>,
  secret: string,
  about: { order: string; sandbox: string },
): Promise<void> {
  const example = Object(operations[door]?.body?.example)
  const now = new Date()
  const body = {
    ...example,
    timestamp: now.toISOString(),
    data: { ...example.data, ...about },
  }
  const id = `msg_${randomBytes(12).toString('hex')}`
  await record(door, {
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(
        id,
        now,
        JSON.stringify(body),
      ),
    },
  })
}
