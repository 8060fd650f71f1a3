import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from '@libsql/client'
import { dataDirectory } from '@/env'
import { openClient, openDatabase, type Database } from './client'
import { prepareDatabase } from './prepare'
import { sandboxes } from './schema/sandboxes'

export type TestDatabase = { client: Client; db: Database; url: string }

/**
 * A real database of its own, with the catalogue in it, in the data folder of
 * the test run (vitest.config.ts), which is gone when the run ends.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  await mkdir(dataDirectory(), { recursive: true })
  const folder = await mkdtemp(join(dataDirectory(), 'test-'))
  const url = `file:${join(folder, 'test.db')}`
  const client = openClient(url)
  await prepareDatabase(client)
  return { client, db: openDatabase(client), url }
}

/** A sandbox that may hold a thousand orders; its id. */
export async function makeTestSandbox(
  db: Database,
  given: Partial<typeof sandboxes.$inferInsert> = {},
): Promise<string> {
  const id = `sbx_${randomBytes(8).toString('hex')}`
  await db.insert(sandboxes).values({
    sandboxId: id,
    autopilot: false,
    createdAt: Date.now(),
    expiresAt: Date.now() + 60 * 60 * 1000,
    ordersLeft: 1_000,
    rowsLeft: 100_000,
    bytesLeft: 100_000_000,
    ...given,
  })
  return id
}
