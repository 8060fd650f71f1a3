import type { Client } from '@libsql/client'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { catalogue } from './catalogue/catalogue'
import { facts } from './schema/traces'
import { dishes, restaurants } from './schema/restaurants'

/**
 * Makes a database ready: write-ahead log, migrations, today's catalogue.
 * Safe to run from several processes at once, and cheap when all is there.
 */
export async function prepareDatabase(client: Client): Promise<void> {
  if (client.protocol === 'file')
    await client.execute('PRAGMA journal_mode=WAL')
  await migrateWithRetry(client)
  await loadCatalogue(client)
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

  await db.transaction(async (tx) => {
    for (const [
      position,
      { dishes: menu, ...restaurant },
    ] of catalogue.entries()) {
      const row = { ...restaurant, position }
      await tx
        .insert(restaurants)
        .values(row)
        .onConflictDoUpdate({ target: restaurants.slug, set: row })
      for (const [place, dish] of menu.entries()) {
        const line = { ...dish, restaurant: restaurant.slug, position: place }
        await tx
          .insert(dishes)
          .values(line)
          .onConflictDoUpdate({ target: dishes.id, set: line })
      }
    }
    await tx
      .insert(facts)
      .values({ name: 'catalogue', value })
      .onConflictDoUpdate({ target: facts.name, set: { value } })
  })
}

/** How many migrations the database has: the version of its schema. */
export async function readSchemaVersion(client: Client): Promise<number> {
  const [row] = await drizzle(client).all<{ version: number }>(
    sql`select count(*) as version from "__drizzle_migrations"`,
  )
  return row?.version ?? 0
}
