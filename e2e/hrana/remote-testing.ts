import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClient, openDatabase } from '@/db/client'
import { prepareDatabase } from '@/db/prepare'
import type { TestDatabase } from '../../db/testing'
import { HranaServer } from './hrana-server'

export { makeTestSandbox, type TestDatabase } from '../../db/testing'

/**
 * Stands in for db/testing when the doors' tests run once more over HTTP
 * (vitest.config.ts beside this file): the same database, behind a server.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'back-of-house-remote-'))
  const server = await HranaServer.start({ file: join(folder, 'remote.db') })
  const client = openClient(server.url)
  await prepareDatabase(client)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return { client, db: openDatabase(client), url: server.url }
}
