import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@libsql/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openClient } from '@/db/client'
import { inRoundTrips } from '@/db/round-trips'
import { HranaServer } from './hrana-server'

const folder = mkdtempSync(join(tmpdir(), 'back-of-house-trips-'))
let server: HranaServer
let client: Client

beforeAll(async () => {
  server = await HranaServer.start({ file: join(folder, 'remote.db') })
  client = openClient(server.url)
  await client.execute('create table dishes (name text primary key) strict')
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const insert = (name: string) => ({
  sql: 'insert into dishes values (?)',
  args: [name],
})
const begin = async () => inRoundTrips(await client.transaction('write'))

test('what is asked for at once is one round trip, and runs in its order', async () => {
  const transaction = await begin()
  const before = server.requests
  const [, , seen, both] = await Promise.all([
    transaction.execute(insert('ramen')),
    transaction.execute(insert('dumplings')),
    transaction.execute('select name from dishes order by rowid'),
    transaction.batch([insert('tea'), 'select count(*) from dishes']),
  ])
  expect(server.requests - before).toBe(1)
  expect(seen.rows.map((row) => row['name'])).toEqual(['ramen', 'dumplings'])
  expect(both[1]?.rows[0]?.[0]).toBe(3)
  await transaction.rollback()
})

test('where one fails, whoever waits for all hears of that, and those behind it do not run', async () => {
  const transaction = await begin()
  const all = [insert('ramen'), insert('ramen'), insert('tea')].map((one) =>
    transaction.execute(one),
  )
  await expect(Promise.all(all)).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT',
  })
  const settled = await Promise.allSettled(all)
  expect(settled.map((one) => 'reason' in one && one.reason.code)).toEqual([
    'BATCH_ABANDONED',
    'SQLITE_CONSTRAINT',
    'BATCH_ABANDONED',
  ])
  // The transaction itself goes on, as it would over one statement that failed.
  const { rows } = await transaction.execute('select name from dishes')
  expect(rows.map((row) => row['name'])).toEqual(['ramen'])
  await transaction.rollback()
})
