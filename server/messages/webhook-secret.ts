import { createHmac } from 'node:crypto'
import { authSecret, env } from '@/env'

/** The secret that Plateful and the kitchen share (Standard Webhooks). */
export function webhookSecret(): string {
  if (env.WEBHOOK_SECRET !== undefined) return env.WEBHOOK_SECRET
  const key = createHmac('sha256', authSecret()).update('kitchen webhook')
  return `whsec_${key.digest('base64')}`
}
