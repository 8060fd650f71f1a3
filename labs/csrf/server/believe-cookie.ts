import { eq } from 'drizzle-orm'
import { ownEmail } from '@/contracts/csrf-choices'
import type { ForgedWish } from '@/contracts/csrf-lab'
import type { Database } from '@/db/client'
import { accounts } from '@/db/schema/accounts'
import { forgeries } from '@/db/schema/attacks'
import { changeEmail } from './change-email.unsafe'
import type { Trial } from './find-trial'
import { twinCookie } from './set-up-trial'

/** The twin's one account, in a database that is thrown away. */
export async function openAccount(db: Database): Promise<void> {
  await db.insert(accounts).values({ name: 'Mara', email: ownEmail })
}

/** Does what the request wants, if the twin's cookie came along. */
export function believeCookie(
  twin: Database,
  { headers }: Request,
  { sessionHash }: Trial,
  { email }: ForgedWish,
): Promise<string> {
  return changeEmail(twin, twinCookie(headers), sessionHash, email)
}

/** Keeps what the twin's account says now; the twin itself is thrown away. */
export async function keepOutcome(
  db: Database,
  { door }: Trial,
  email: string,
): Promise<void> {
  await db.update(forgeries).set({ email }).where(eq(forgeries.door, door))
}
