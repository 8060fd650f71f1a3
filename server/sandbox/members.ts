import { createHash, randomInt } from 'node:crypto'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { WayIn } from '@/contracts/members'
import type { Member, Part } from '@/contracts/parts'
import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { invitations, members } from '@/db/schema/members'
import { sandboxes } from '@/db/schema/sandboxes'
import { ProblemError } from '@/server/http/errors'
import { houseDatabase } from '@/server/http/visit'
import { newId } from './sandboxes'

/** No letter that is read for a figure, and no vowel that makes words. */
const letters = '23456789CDFGHJKLMNPQRTVWX'
const codeLength = 7

/** A code that is typed by hand: `7K2-QFDX`. Some 6,000 million of them. */
export function newCode(): string {
  const signs = Array.from(
    { length: codeLength },
    () => letters[randomInt(letters.length)],
  ).join('')
  return `${signs.slice(0, 3)}-${signs.slice(3)}`
}

/** How a code is kept and looked for: small and big letters are one, dashes none. */
export function hashOfCode(code: string): string {
  const plain = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(plain).digest('hex')
}

/** Who joined; 401 when they were shown out, or their time is over. */
export async function requireMember(
  sandboxId: string,
  memberId: string,
): Promise<Member> {
  const [row] = await houseDatabase()
    .select()
    .from(members)
    .where(
      and(
        eq(members.id, memberId),
        eq(members.sandboxId, sandboxId),
        gt(members.expiresAt, Date.now()),
      ),
    )
  if (!row)
    throw new ProblemError(
      'place-ended',
      'This place in somebody’s sandbox has ended. Its owner can invite again.',
      { headers: { 'WWW-Authenticate': 'Bearer realm="plateful"' } },
    )
  const { id, part, name } = row
  return { id, part, name }
}

export type Joined = {
  id: string
  sandboxId: string
  part: Part
  name: string | null
  kind: 'phone' | 'class'
  expiresAt: number
}

/** The ids of those who are members still, among those that are asked for. */
export async function stillMembers(
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await houseDatabase()
    .select({ id: members.id })
    .from(members)
    .where(and(inArray(members.id, ids), gt(members.expiresAt, Date.now())))
  return new Set(rows.map(({ id }) => id))
}

/** What a code opens, if it opens anything. Looking uses nothing up. */
export async function lookAtCode(
  db: Database,
  ownedSandbox: string | null,
  code: string,
): Promise<WayIn> {
  const [found] = await db.select().from(invitations).where(opensBy(code))
  if (!found) throw new CodeUnknownError()
  const { kind, part, seats } = found
  const expiresAt = new Date(found.expiresAt).toISOString()
  const isYours = found.sandboxId === ownedSandbox
  return { kind, part, seats, expiresAt, isYours }
}

function opensBy(code: string) {
  return and(
    eq(invitations.codeHash, hashOfCode(code)),
    gt(invitations.seats, 0),
    gt(invitations.expiresAt, Date.now()),
  )
}

/**
 * Lets somebody in by a code. Its seats are counted down in the same statement
 * that finds it, so the last seat is taken once. Whoever owns the sandbox is in
 * it already: as a member they would lose what only its owner may do.
 */
export async function joinByCode(
  db: Database,
  ownedSandbox: string | null,
  code: string,
  name: string | null,
): Promise<Joined> {
  const now = Date.now()
  return db.transaction(async (tx) => {
    const [invitation] = await tx
      .update(invitations)
      .set({ seats: sql`${invitations.seats} - 1` })
      .where(opensBy(code))
      .returning()
    if (!invitation) throw new CodeUnknownError()

    const { sandboxId, part, kind } = invitation
    if (sandboxId === ownedSandbox) throw new AlreadyYoursError()
    const [sandbox] = await tx
      .select()
      .from(sandboxes)
      .where(eq(sandboxes.sandboxId, sandboxId))
    if (!sandbox || sandbox.expiresAt <= now) throw new CodeUnknownError()

    // A class ends when it was said to; a phone may stay as long as the sandbox.
    const expiresAt =
      kind === 'class' ? invitation.expiresAt : now + phoneStaysMs
    const id = newId('mbr')
    const kept = kind === 'class' ? (name ?? 'Somebody') : null
    await tx.insert(members).values({
      id,
      sandboxId,
      invitation: invitation.id,
      part,
      name: kept,
      joinedAt: now,
      expiresAt,
    })
    const at = new Date(now).toISOString()
    const data = { member: id, part, name: kept, at }
    await tx
      .insert(events)
      .values({ sandboxId, kind: 'member.joined', data, createdAt: now })
    return { id, sandboxId, part, name: kept, kind, expiresAt }
  })
}

const phoneStaysMs = 24 * 60 * 60 * 1000

export class CodeUnknownError extends ProblemError {
  override name = 'CodeUnknownError'
  constructor() {
    super(
      'not-found',
      'This code opens nothing: it was used, has run out, or was mistyped.',
    )
  }
}

export class AlreadyYoursError extends ProblemError {
  override name = 'AlreadyYoursError'
  constructor() {
    super(
      'already-yours',
      'This browser has opened that sandbox itself. Nothing was used up.',
    )
  }
}
