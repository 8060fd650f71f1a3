import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient, type Client } from '@libsql/client'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openClient, openDatabase } from './client'
import { isBusy, isStorageFull } from './database-errors'
import { readSchemaVersion } from './prepare'
import { schemaVersion } from './schema-version'
import { restaurants } from './schema/restaurants'

const folder = mkdtempSync(join(tmpdir(), 'back-of-house-embedded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let url: string
let client: Client
let files = 0
beforeEach(async () => {
  url = `file:${join(folder, `${++files}.db`)}`
  client = openClient(url)
  await client.execute('PRAGMA journal_mode=WAL')
  await client.execute('create table notes (name text, at integer)')
})

const run = promisify(execFile)
const inProcess = (...args: string[]) =>
  run(process.execPath, [
    'node_modules/tsx/dist/cli.mjs',
    'db/testing-writer.ts',
    ...args,
  ])
const add = (name: string, at: number) => ({
  sql: 'insert into notes values (?, ?)',
  args: [name, at],
})
const countOf = async (name: string) => {
  const { rows } = await client.execute({
    sql: 'select count(*) as n from notes where name = ?',
    args: [name],
  })
  return Number(rows[0]?.['n'])
}

test('three processes write to one file at the same time, and no row is lost', async () => {
  const writers = ['b', 'c'].map((name) => inProcess('write', url, name, '150'))
  let isOver = false
  const both = Promise.all(writers).finally(() => {
    isOver = true
  })
  let mine = 0
  while (!isOver) {
    await client.execute(add('a', mine++))
    await new Promise((later) => setImmediate(later))
  }
  await both
  expect([await countOf('a'), await countOf('b'), await countOf('c')]).toEqual([
    mine,
    150,
    150,
  ])
})

test('a file that another process holds is waited for, while timers go on', async () => {
  const other = createClient({ url, timeout: 0 })
  const held = await other.transaction('write')
  let ticks = 0
  const ticker = setInterval(() => (ticks += 1), 5)
  const waiting = client.execute(add('a', 1))
  await expect.poll(() => ticks).toBeGreaterThan(10)
  await held.commit()
  await waiting
  clearInterval(ticker)
  expect(await countOf('a')).toBe(1)
  other.close()
})

test('a file that is held for too long is an error that says so, and then all is well again', async () => {
  const other = createClient({ url, timeout: 0 })
  const held = await other.transaction('write')
  const error: unknown = await client
    .execute(add('a', 1))
    .catch((error: unknown) => error)
  expect(isBusy(error)).toBe(true)
  await held.rollback()
  await client.execute(add('a', 2))
  const transaction = await client.transaction('write')
  await transaction.execute(add('a', 3))
  await transaction.commit()
  expect(await countOf('a')).toBe(2)
  other.close()
})

test('overlapping transactions all succeed, one after the other', async () => {
  const db = openDatabase(client)
  let inside = 0
  await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      db.transaction(async (tx) => {
        inside += 1
        expect(inside).toBe(1)
        await tx.run(`insert into notes values ('t', ${at})`)
        await new Promise((later) => setImmediate(later))
        inside -= 1
      }),
    ),
  )
  expect(await countOf('t')).toBe(40)
})

test('after a transaction that was rolled back, closed, or failed to begin, the client goes on', async () => {
  const rolledBack = await client.transaction('write')
  await rolledBack.execute(add('x', 1))
  await rolledBack.rollback()
  const closed = await client.transaction('write')
  await closed.execute(add('x', 2))
  closed.close()
  const failing = await client.transaction('write')
  await expect(
    failing.execute('insert into nowhere values (1)'),
  ).rejects.toThrow('nowhere')
  await failing.rollback()
  await expect(
    openDatabase(client).transaction(async () => {
      throw new Error('second thoughts')
    }),
  ).rejects.toThrow('second thoughts')
  await expect(
    client.batch([add('x', 3), 'insert into nowhere values (1)'], 'write'),
  ).rejects.toThrow('nowhere')
  expect(await countOf('x')).toBe(0)
  await client.execute(add('x', 4))
  expect(await countOf('x')).toBe(1)
})

test('a disk that is full is told as that, nothing is half written, and the client goes on', async () => {
  const pages = Number(
    (await client.execute('PRAGMA page_count')).rows[0]?.['page_count'],
  )
  await client.execute(`PRAGMA max_page_count=${pages + 4}`)
  const error: unknown = await openDatabase(client)
    .transaction(async (tx) => {
      for (let at = 0; at < 100; at++)
        await tx.run(`insert into notes values (hex(randomblob(500)), ${at})`)
    })
    .catch((error: unknown) => error)
  expect(isStorageFull(error)).toBe(true)
  const { rows } = await client.execute('select count(*) as n from notes')
  expect(rows[0]?.['n']).toBe(0)
  await client.execute(add('small', 1))
  expect(await countOf('small')).toBe(1)
})

test('two processes that start on one empty file at once both find it ready', async () => {
  const empty = `file:${join(folder, 'empty.db')}`
  await Promise.all([1, 2, 3].map(() => inProcess('prepare', empty)))
  const ready = openClient(empty)
  expect(await readSchemaVersion(ready)).toBe(schemaVersion)
  const rows = await openDatabase(ready).select().from(restaurants)
  expect(rows.length).toBe(8)
  const { rows: mode } = await ready.execute('PRAGMA journal_mode')
  expect(mode[0]?.['journal_mode']).toBe('wal')
  ready.close()
})
