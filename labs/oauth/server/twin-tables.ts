import { sql } from 'drizzle-orm'
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Database } from '@/db/client'

/*
 * What the weak twin keeps: a provider's codes and tokens, and a client's
 * sessions. They are made with each run in a database in memory, and are gone
 * with its reply.
 */

export const twinCodes = sqliteTable('twin_codes', {
  codeHash: blob('code_hash', { mode: 'buffer' }).primaryKey(),
  person: text('person').notNull(),
  redirectUri: text('redirect_uri').notNull(),
  codeChallenge: text('code_challenge'),
  usedAt: integer('used_at'),
})

export const twinTokens = sqliteTable('twin_tokens', {
  tokenHash: blob('token_hash', { mode: 'buffer' }).primaryKey(),
  person: text('person').notNull(),
})

export const twinSessions = sqliteTable('twin_sessions', {
  sessionHash: blob('session_hash', { mode: 'buffer' }).primaryKey(),
  person: text('person').notNull(),
})

/** Makes the three tables, all of them empty. */
export async function layOutTwin(db: Database): Promise<void> {
  await db.run(sql`
    create table twin_codes (
      code_hash blob primary key, person text not null,
      redirect_uri text not null, code_challenge text, used_at integer
    )`)
  for (const [table, key] of [
    ['twin_tokens', 'token_hash'],
    ['twin_sessions', 'session_hash'],
  ] as const)
    await db.run(sql`
      create table ${sql.identifier(table)} (
        ${sql.identifier(key)} blob primary key, person text not null
      )`)
}
