import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { outbox } from '@/db/schema/messages'
import { env } from '@/env'
import { signed } from './sign-message'

type Message = { id: string; payload: unknown; attempts: number }
type Post = (
  url: string,
  message: { headers: Record<string, string>; body: string },
) => Promise<{ status: number }>

/** After a failure: seconds first, then minutes, at most an hour apart. */
const firstPauseMs = 2_000
const longestPauseMs = 60 * 60 * 1000

/**
 * Sends a message to the kitchen as a signed webhook (Standard Webhooks). What
 * the kitchen does not acknowledge is sent again later, under the same id.
 */
export async function deliverMessage(
  db: Database,
  post: Post,
  message: Message,
): Promise<void> {
  const body = JSON.stringify(message.payload)
  const url = `${env.publicUrl}/api/webhooks/kitchen`
  const headers = signed(message.id, body)
  const status = await post(url, { headers, body })
    .then((reply) => reply.status)
    .catch(() => 0)

  const isAcknowledged = status >= 200 && status < 300
  await db
    .update(outbox)
    .set(
      isAcknowledged
        ? { deliveredAt: Date.now() }
        : { dueAt: Date.now() + pauseMs(message.attempts) },
    )
    .where(eq(outbox.id, message.id))
}

/** Twice as long after each try, and some by chance: none march in step. */
function pauseMs(attempts: number): number {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1))
  return Math.round(pause * (0.75 + Math.random() / 2))
}
