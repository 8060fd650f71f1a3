import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** The version of SQLite that libSQL is built on here. */
export async function readVersion(db: Database): Promise<string> {
  const { rows } = await db.run(sql`SELECT sqlite_version() AS version`)
  return String(rows[0]?.['version'] ?? '')
}
