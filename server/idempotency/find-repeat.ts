import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Reply } from '@/contracts/http'
import type { Database } from '@/db/client'
import { replies } from '@/db/schema/idempotency'
import { ProblemError } from '@/server/http/errors'

/** The name a client gave to one request, and what that request asked for. */
export type RepeatKey = { value: string; fingerprint: string }

/** A key is remembered for a day; after that it may be used anew. */
const keptMs = 24 * 60 * 60 * 1000

/**
 * The request's `Idempotency-Key`, and the first reply to it if there was one.
 * Without a key every request is a new one.
 */
export async function findRepeat(
  db: Database,
  request: Request,
  wish: unknown,
): Promise<{ key: RepeatKey | null; reply: Reply | null }> {
  const value = request.headers.get('idempotency-key')
  if (value === null) return { key: null, reply: null }
  if (!/^[\x20-\x7e]{1,255}$/.test(value)) throw new MalformedKeyError()

  const key = { value, fingerprint: fingerprintOf(wish) }
  return { key, reply: await findReply(db, key) }
}

/** The first reply to a key, to be sent again byte for byte; null if none. */
export async function findReply(
  db: Database,
  key: RepeatKey | null,
): Promise<Reply | null> {
  if (!key) return null
  const [first] = await db
    .select()
    .from(replies)
    .where(eq(replies.key, key.value))
  if (!first || first.createdAt < Date.now() - keptMs) return null
  if (first.fingerprint !== key.fingerprint) throw new KeyReusedError()

  const headers = { ...first.headers, 'Idempotency-Replayed': 'true' }
  return { status: first.status, headers, text: first.body }
}

/** What keeps a reply for the day, in the transaction that it answers for. */
export function keepReply(
  tx: Database,
  key: RepeatKey | null,
  reply: Reply,
): PromiseLike<unknown> | null {
  if (!key) return null
  const kept = {
    fingerprint: key.fingerprint,
    status: reply.status,
    headers: reply.headers ?? {},
    body: reply.text ?? '',
    createdAt: Date.now(),
  }
  return tx
    .insert(replies)
    .values({ key: key.value, ...kept })
    .onConflictDoUpdate({ target: [replies.sandboxId, replies.key], set: kept })
}

/** Both for one key, where a transaction is somebody else's. */
export function repliesTo(key: RepeatKey | null) {
  return {
    findReply: (tx: Database) => findReply(tx, key),
    keepReply: (tx: Database, reply: Reply) => keepReply(tx, key, reply),
  }
}

function fingerprintOf(wish: unknown): string {
  return createHash('sha256').update(JSON.stringify(wish)).digest('base64url')
}

export class MalformedKeyError extends ProblemError {
  override name = 'MalformedKeyError'
  constructor() {
    super(
      'malformed-idempotency-key',
      'An Idempotency-Key is 1 to 255 printable ASCII characters.',
    )
  }
}

export class KeyReusedError extends ProblemError {
  override name = 'KeyReusedError'
  constructor() {
    super(
      'idempotency-key-reused',
      'This key already stands for another order. A new order needs a new key.',
    )
  }
}
