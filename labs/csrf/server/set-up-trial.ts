import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { forgeryDoors, type SameSite } from '@/contracts/csrf-choices'
import type { Database } from '@/db/client'
import { forgeries } from '@/db/schema/attacks'
import { isHttps } from '@/server/http/own-address'

const name = 'twin'
const seconds = 10 * 60

/**
 * Signs the visitor in to both twins, with one cookie for the two. Gives back
 * the `Set-Cookie` value.
 */
export async function setUpTrial(
  db: Database,
  sameSite: SameSite,
): Promise<string> {
  const session = randomBytes(24).toString('base64url')
  const row = { sessionHash: hashOf(session), setUpAt: Date.now() }
  const rows = forgeryDoors.map((door) => ({ ...row, door, id: newId() }))
  await db
    .insert(forgeries)
    .values(rows)
    .onConflictDoUpdate({
      target: [forgeries.sandboxId, forgeries.door],
      set: {
        id: sql`excluded.id`,
        sessionHash: sql`excluded.session_hash`,
        setUpAt: sql`excluded.set_up_at`,
        arrived: null,
        email: null,
        traceId: null,
      },
    })

  return cookieOf(session, sameSite)
}

function newId(): string {
  return `frg_${randomBytes(16).toString('hex')}`
}

/** How a session is kept: whoever reads the table cannot sign in with it. */
export function hashOf(session: string): string {
  return createHash('sha256').update(session).digest('hex')
}

/** Browsers take `SameSite=None` with `Secure` only. */
function cookieOf(session: string, sameSite: SameSite): string {
  const isSecure = sameSite === 'none' || isHttps()
  const parts = [
    `${name}=${session}`,
    'Path=/api/labs/csrf',
    `Max-Age=${seconds}`,
    'HttpOnly',
    `SameSite=${sameSite[0]?.toUpperCase()}${sameSite.slice(1)}`,
  ]
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ')
}

/** The twin's cookie in a request; null where none came along. */
export function twinCookie(headers: Headers): string | null {
  const found = /(?:^|; *)twin=([\w-]+)/.exec(headers.get('cookie') ?? '')
  return found?.[1] ?? null
}
