import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { cookieNamed, readCookie } from '@/server/http/cookie'
import { ProblemError } from '@/server/http/errors'
import { hashOf } from '@/server/identity/hash-of'
import { twinSessions } from './twin-tables'
import type { Twin } from './twins'

const name = 'twin-session'

/** Writes down who is signed in; the cookie that leads back to it. */
export async function openTwinSession(
  { db }: Twin,
  person: string,
): Promise<string> {
  const session = randomBytes(32).toString('base64url')
  const sessionHash = hashOf(session)
  await db.insert(twinSessions).values({ sessionHash, person })
  return cookieNamed(name, session, 600)
}

/** Who is signed in at the twin in this browser. */
export async function findTwinGuest(
  { db }: Twin,
  headers: Headers,
): Promise<string> {
  const session = readCookie(headers, name) ?? ''
  const [found] = await db
    .select()
    .from(twinSessions)
    .where(eq(twinSessions.sessionHash, hashOf(session)))
  if (found) return found.person
  throw new ProblemError('not-signed-in', 'Nobody is signed in here.')
}
