import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import type { Part } from '@/contracts/parts'
import { sandboxId } from './sandboxes'

/**
 * Ways into a sandbox for somebody else: a code that its owner hands on. Only
 * the hash of the code is kept. `seats` is how many may still come in by it.
 */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    sandboxId: sandboxId(),
    codeHash: text('code_hash').notNull().unique(),
    kind: text('kind').$type<'phone' | 'class'>().notNull(),
    part: text('part').$type<Part>().notNull(),
    seats: integer('seats').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('invitations_of_sandbox').on(table.sandboxId)],
)

/** Who came in, and whether they may still be here. */
export const members = sqliteTable(
  'members',
  {
    id: text('id').primaryKey(),
    sandboxId: sandboxId(),
    invitation: text('invitation').notNull(),
    part: text('part').$type<Part>().notNull(),
    name: text('name'),
    joinedAt: integer('joined_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('members_of_sandbox').on(table.sandboxId)],
)

/** Parts that a person plays now. The autopilot leaves them alone until then. */
export const shifts = sqliteTable(
  'shifts',
  {
    sandboxId: sandboxId(),
    part: text('part').$type<Part>().notNull(),
    until: integer('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sandboxId, table.part] })],
)
