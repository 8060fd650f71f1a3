import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@libsql/client'
import { openClient, openDatabase, type Database } from './client'
import { prepareDatabase } from './prepare'
import { sandboxes } from './schema/sandboxes'

export type TestDatabase = { client: Client; db: Database; url: string }

/** A real database of its own, with the catalogue in it; gone when the process ends. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'back-of-house-'))
  const url = `file:${join(folder, 'test.db')}`
  const client = openClient(url)
  await prepareDatabase(client)
  process.once('exit', () => {
    client.close()
    rmSync(folder, { recursive: true, force: true })
  })
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
