import { join } from 'node:path'
import type { Client } from '@libsql/client'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { openClient } from '@/db/client'
import { withScratchFolder } from '@/db/scratch-folder'

/** Notes for the courier. To the database, sealed and open ones are text. */
export const notes = sqliteTable('notes', {
  id: integer('id').primaryKey(),
  nonce: text('nonce'),
  note: text('note').notNull(),
})

export type Drawer = { client: Client; file: string }

/**
 * A database in a file of its own, with one empty table. It is gone when the
 * work is done, however it ends.
 */
export function withDrawer<Result>(
  work: (drawer: Drawer) => Promise<Result>,
): Promise<Result> {
  return withScratchFolder(async (folder) => {
    const file = join(folder, 'notes.db')
    const client = openClient(`file:${file}`)
    try {
      await client.execute(
        'CREATE TABLE notes (id integer PRIMARY KEY, nonce text, note text)',
      )
      return await work({ client, file })
    } finally {
      client.close()
    }
  })
}
