import type { Client } from '@libsql/client'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { env } from '@/env'
import { catalogue } from './catalogue/catalogue'
import { setRowTriggers } from './row-changes'
import { schemaVersion } from './schema-version'
import { facts } from './schema/traces'
import { dishes, restaurants } from './schema/restaurants'

/**
 * Makes a database ready: write-ahead log, migrations, today's catalogue,
 * and what a trace needs to tell of rows.
 * Safe to run from several processes at once, and cheap when all is there.
 */
export async function prepareDatabase(client: Client): Promise<void> {
  if (client.protocol === 'file')
    await client.execute('PRAGMA journal_mode=WAL')
  // A trigger that names a column would keep a migration from dropping it.
  if ((await readSchemaVersion(client).catch(() => 0)) !== schemaVersion)
    await setRowTriggers(client, false)
  await migrateWithRetry(client)
  await loadCatalogue(client)
  await setRowTriggers(client, env.TRACING === 'on')
}

/** Of two processes that start on an empty file one comes second: it looks again. */
async function migrateWithRetry(client: Client): Promise<void> {
  const migrationsFolder = join(
    /* turbopackIgnore: true */ process.cwd(),
    'db',
    'migrations',
  )
  for (let attempt = 1; ; attempt++) {
    try {
      return await migrate(drizzle(client), { migrationsFolder })
    } catch (error) {
      if (attempt === 5) throw error
      await sleep(50 * attempt)
    }
  }
}

async function loadCatalogue(client: Client): Promise<void> {
  const db = drizzle(client)
  const value = createHash('sha256')
    .update(JSON.stringify(catalogue))
    .digest('hex')
  const [known] = await db
    .select()
    .from(facts)
    .where(eq(facts.name, 'catalogue'))
  if (known?.value === value) return

  // One round trip, and all of it or nothing.
  const rows = catalogue.flatMap(({ dishes: menu, ...house }, position) => [
    putRestaurant(db, { ...house, position }),
    ...menu.map((dish, place) =>
      putDish(db, { ...dish, restaurant: house.slug, position: place }),
    ),
  ])
  const fact = db
    .insert(facts)
    .values({ name: 'catalogue', value })
    .onConflictDoUpdate({ target: facts.name, set: { value } })
  await db.batch([fact, ...rows])
}

function putRestaurant(
  db: LibSQLDatabase,
  row: typeof restaurants.$inferInsert,
) {
  return db
    .insert(restaurants)
    .values(row)
    .onConflictDoUpdate({ target: restaurants.slug, set: row })
}

function putDish(db: LibSQLDatabase, row: typeof dishes.$inferInsert) {
  return db
    .insert(dishes)
    .values(row)
    .onConflictDoUpdate({ target: dishes.id, set: row })
}

/** How many migrations the database has: the version of its schema. */
export async function readSchemaVersion(client: Client): Promise<number> {
  const [row] = await drizzle(client).all<{ version: number }>(
    sql`select count(*) as version from "__drizzle_migrations"`,
  )
  return row?.version ?? 0
}
