import { randomBytes } from 'node:crypto'
import { and, count, eq, gt } from 'drizzle-orm'
import type { Invitation, NewInvitation } from '@/contracts/members'
import type { Database } from '@/db/client'
import { invitations } from '@/db/schema/members'
import { env } from '@/env'
import { NotFoundError, ProblemError } from '@/server/http/errors'

type Code = { code: string; codeHash: string }

const minuteMs = 60_000
/** A code for a phone is used at once, or not at all. */
const phoneMinutes = 10
const classSeats = 40
const mostOpen = 20

/** Opens a way into the sandbox: for one phone, or for a class. */
export async function invite(
  db: Database,
  { code, codeHash }: Code,
  wish: NewInvitation,
): Promise<Invitation> {
  const now = Date.now()
  await requireFew(db, now)

  const isClass = wish.kind === 'class'
  const minutes = isClass ? wish.minutes : phoneMinutes
  const invitation = {
    id: `inv_${randomBytes(12).toString('hex')}`,
    kind: wish.kind,
    part: isClass ? ('guest' as const) : wish.part,
    seats: isClass ? classSeats : 1,
    expiresAt: now + minutes * minuteMs,
  }
  await db
    .insert(invitations)
    .values({ ...invitation, codeHash, createdAt: now })

  // After the #: no server, proxy or log on the way sees this part of it.
  const url = `${env.publicUrl}/join#${code}`
  const expiresAt = new Date(invitation.expiresAt).toISOString()
  return { ...invitation, code, url, expiresAt }
}

async function requireFew(db: Database, now: number): Promise<void> {
  const [row] = await db
    .select({ open: count() })
    .from(invitations)
    .where(and(gt(invitations.expiresAt, now), gt(invitations.seats, 0)))
  if ((row?.open ?? 0) >= mostOpen) throw new TooManyInvitationsError()
}

/** Closes a way in. Who came in by it stays. */
export async function closeInvitation(db: Database, id: string) {
  const closed = await db
    .update(invitations)
    .set({ seats: 0 })
    .where(eq(invitations.id, id))
  if (closed.rowsAffected === 0) throw new NotFoundError('invitation')
}

export class TooManyInvitationsError extends ProblemError {
  override name = 'TooManyInvitationsError'
  constructor() {
    super(
      'quota-exceeded',
      `${mostOpen} invitations are open. Close one, or let one be used.`,
    )
  }
}
