import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { dishes } from './restaurants'
import { sandboxId } from './sandboxes'

/*
 * What the labs of the first chapter keep. A visitor has one tally, one
 * sign-in, and one review of each dish, so none of it can grow.
 */

/** How often a visitor has pressed the button. */
export const tallies = sqliteTable('tallies', {
  sandboxId: sandboxId().primaryKey(),
  count: integer('count').notNull(),
})

/** Who is signed in, and until when. */
export const signIns = sqliteTable('sign_ins', {
  sandboxId: sandboxId().primaryKey(),
  name: text('name').notNull(),
  signedInAt: integer('signed_in_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
})

/** What a visitor thinks of a dish: the newest counts. */
export const reviews = sqliteTable(
  'reviews',
  {
    sandboxId: sandboxId(),
    dish: text('dish')
      .notNull()
      .references(() => dishes.id),
    text: text('text').notNull(),
    writtenAt: integer('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sandboxId, table.dish] })],
)
