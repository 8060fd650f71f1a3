import { randomBytes } from 'node:crypto'
import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { sandboxId } from './sandboxes'

/** Who has an account. Its sandbox names it (`sandboxes.account_id`). */
export const accounts = sqliteTable('accounts', {
  id: text('id')
    .primaryKey()
    .$defaultFn(() => `acc_${randomBytes(16).toString('hex')}`),
  name: text('name'),
  email: text('email').unique(),
  emailVerified: integer('email_verified', { mode: 'timestamp_ms' }),
  image: text('image'),
})

const accountId = () =>
  text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' })

/** By whom else somebody may be known: one row for each provider. */
export const signInMethods = sqliteTable(
  'sign_in_methods',
  {
    userId: accountId(),
    type: text('type').notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.providerAccountId] }),
    index('sign_in_methods_of_account').on(table.userId),
  ],
)

/** A salted, slow hash; as bytes, so that no trace shows it. */
export const passwords = sqliteTable('passwords', {
  account: accountId().primaryKey(),
  salt: blob('salt', { mode: 'buffer' }).notNull(),
  hash: blob('hash', { mode: 'buffer' }).notNull(),
})

/** Sign-ins that have not been ended: what a cookie says is looked up here. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    sandboxId: sandboxId(),
    account: accountId(),
    startedAt: integer('started_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    index('sessions_of_sandbox').on(table.sandboxId, table.startedAt),
    index('sessions_of_account').on(table.account),
  ],
)

/** What a reader has read and answered, as their browser keeps it too. */
export const progress = sqliteTable('progress', {
  sandboxId: sandboxId().primaryKey(),
  kept: text('kept', { mode: 'json' }).$type<unknown>().notNull(),
})
