import { randomBytes } from 'node:crypto'
import { lateMinutes, type WebhookDeed } from '@/contracts/webhook-deeds'
import { signed } from '@/server/messages/sign-message'
import type { Message } from './find-message'

/** A message with the fields that it is sent with. */
export type Parcel = { headers: Record<string, string>; body: string }

const minuteMs = 60_000

/** What arrives at the kitchen, after what happened to it on the way. */
export function wrap({ id, body }: Message, deed: WebhookDeed): Parcel {
  switch (deed) {
    case 'genuine':
    case 'replayed':
      return { headers: signed(id, body), body }
    case 'tampered': {
      // Signed as it was, and then somebody orders more.
      const more = body.replace(/("quantity":)\d+/, '$199')
      return { headers: signed(id, body), body: more }
    }
    case 'forged': {
      const secret = `whsec_${randomBytes(24).toString('base64')}`
      return { headers: signed(id, body, { secret }), body }
    }
    case 'late': {
      const now = new Date(Date.now() - lateMinutes * minuteMs)
      return { headers: signed(id, body, { now }), body }
    }
  }
}
