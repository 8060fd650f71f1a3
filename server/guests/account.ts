import { eq } from 'drizzle-orm'
import type { AccountView } from '@/contracts/accounts'
import type { Database } from '@/db/client'
import { accounts, passwords, signInMethods } from '@/db/schema/accounts'
import { sandboxes } from '@/db/schema/sandboxes'
import { NotFoundError } from '@/server/http/errors'

/** The id of the account whose sandbox this is; 404 for who has none. */
export async function requireAccount(db: Database): Promise<string> {
  const [sandbox] = await db.select().from(sandboxes)
  if (!sandbox?.account) throw new NotFoundError('account')
  return sandbox.account
}

/** An account as its owner sees it. */
export async function showAccount(
  db: Database,
  id: string,
): Promise<AccountView> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, id))
  if (!account) throw new NotFoundError('account')
  const methods = await db
    .select({ provider: signInMethods.provider })
    .from(signInMethods)
    .where(eq(signInMethods.userId, id))
  const own = await db
    .select({ account: passwords.account })
    .from(passwords)
    .where(eq(passwords.account, id))
  return {
    name: account.name,
    email: account.email,
    methods: [
      ...methods.map(({ provider }) => provider),
      ...own.map(() => 'password'),
    ],
  }
}
