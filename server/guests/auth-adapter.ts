import { DrizzleAdapter } from '@auth/drizzle-adapter'
import type { Adapter, AdapterAccount } from 'next-auth/adapters'
import type { Database } from '@/db/client'
import { accounts, signInMethods } from '@/db/schema/accounts'
import { assume } from './assume'

/**
 * Where the library keeps who has signed in. Tokens of other houses are left
 * out, and so are their columns: nothing here has any use for them.
 */
export function authAdapter(db: Database): Adapter {
  const tables: unknown = { usersTable: accounts, accountsTable: signInMethods }
  assume<never>(tables)
  const adapter: unknown = DrizzleAdapter(db, tables)
  assume<Required<Adapter>>(adapter)
  return {
    ...adapter,
    async linkAccount(link: AdapterAccount) {
      const { userId, type, provider, providerAccountId } = link
      await adapter.linkAccount({ userId, type, provider, providerAccountId })
    },
  }
}
