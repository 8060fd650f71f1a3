import {
  blob,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { sandboxId } from './sandboxes'

/*
 * What the identity provider keeps. Secrets are bytes here, hashed or
 * encrypted: a trace tells of bytes how many they are, and nothing else.
 */

/** The keys that sign tokens, one for each period of time. */
export const signingKeys = sqliteTable('signing_keys', {
  period: integer('period').primaryKey(),
  kid: text('kid').notNull(),
  publicKey: text('public_key', { mode: 'json' })
    .$type<{ kty: string; crv: string; x: string; y: string }>()
    .notNull(),
  sealedPrivateKey: blob('sealed_private_key', { mode: 'buffer' }).notNull(),
})

/**
 * Demo people: whoever signs in is added by name, to the visitor's sandbox. A
 * realm is a browser that the provider knows again by its cookie.
 */
export const people = sqliteTable(
  'people',
  {
    subject: text('subject').primaryKey(),
    sandboxId: sandboxId(),
    realmHash: blob('realm_hash', { mode: 'buffer' }).notNull(),
    name: text('name').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('people_by_name').on(table.realmHash, table.name),
    index('people_of_sandbox').on(table.sandboxId),
  ],
)

/**
 * What a person has granted to a client: one row from the code to the last
 * token. Whatever was given by it ends when the row is revoked.
 */
export const grants = sqliteTable(
  'grants',
  {
    id: text('id').primaryKey(),
    sandboxId: sandboxId(),
    clientId: text('client_id').notNull(),
    subject: text('subject')
      .notNull()
      .references(() => people.subject, { onDelete: 'cascade' }),
    scope: text('scope').notNull(),
    redirectUri: text('redirect_uri').notNull(),
    nonce: text('nonce'),
    codeChallenge: text('code_challenge').notNull(),
    codeHash: blob('code_hash', { mode: 'buffer' }).notNull().unique(),
    codeExpiresAt: integer('code_expires_at').notNull(),
    codeUsedAt: integer('code_used_at'),
    refreshTokenHash: blob('refresh_token_hash', { mode: 'buffer' }),
    grantedAt: integer('granted_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (table) => [
    index('grants_of_sandbox').on(table.sandboxId, table.expiresAt),
    index('grants_of_person').on(table.subject),
  ],
)
