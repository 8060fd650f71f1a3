import { and, asc, eq, gt } from 'drizzle-orm'
import type { InvitationList, MemberList } from '@/contracts/members'
import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { invitations, members } from '@/db/schema/members'
import { NotFoundError } from '@/server/http/errors'

/** Who is in the sandbox besides its owner. */
export async function listMembers(db: Database): Promise<MemberList> {
  const rows = await db
    .select()
    .from(members)
    .where(gt(members.expiresAt, Date.now()))
    .orderBy(asc(members.joinedAt))
  return {
    items: rows.map(({ id, part, name, joinedAt, expiresAt }) => ({
      id,
      part,
      name,
      joinedAt: timeOf(joinedAt),
      expiresAt: timeOf(expiresAt),
    })),
  }
}

/** Shows a member out: from now on their token opens nothing. */
export async function showOut(db: Database, id: string): Promise<void> {
  const now = Date.now()
  const isIn = and(eq(members.id, id), gt(members.expiresAt, now))

  await db.transaction(async (tx) => {
    const [member] = await tx
      .update(members)
      .set({ expiresAt: now })
      .where(isIn)
      .returning()
    if (!member) throw new NotFoundError('member')

    const { part, name } = member
    const data = { member: id, part, name, at: timeOf(now) }
    const kind = 'member.left'
    await tx.insert(events).values({ kind, data, createdAt: now })
  })
}

/** The ways in that are open. Their codes are not among what is kept. */
export async function listInvitations(db: Database): Promise<InvitationList> {
  const isOpen = and(
    gt(invitations.expiresAt, Date.now()),
    gt(invitations.seats, 0),
  )
  const rows = await db
    .select()
    .from(invitations)
    .where(isOpen)
    .orderBy(asc(invitations.createdAt))
  return {
    items: rows.map(({ id, kind, part, seats, expiresAt }) => ({
      id,
      kind,
      part,
      seats,
      expiresAt: timeOf(expiresAt),
    })),
  }
}

function timeOf(at: number): string {
  return new Date(at).toISOString()
}
