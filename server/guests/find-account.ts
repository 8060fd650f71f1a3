import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, passwords } from '@/db/schema/accounts'
import { isPassword } from './hash-password'

export type Account = typeof accounts.$inferSelect

/**
 * The account of an e-mail address, if the password is its own. Which of the
 * two is wrong nobody is told, neither in words nor by the time it takes.
 */
export async function findAccount(
  db: Database,
  email: string,
  password: string,
): Promise<Account | null> {
  const [found] = await db
    .select()
    .from(accounts)
    .leftJoin(passwords, eq(passwords.account, accounts.id))
    .where(eq(accounts.email, normal(email)))
  const isRight = await isPassword(password, found?.passwords ?? null)
  return found && isRight ? found.accounts : null
}

/** Addresses are compared without regard to capitals. */
export function normal(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
