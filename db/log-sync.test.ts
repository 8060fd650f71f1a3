import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import type { NoParamCallback } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Client } from '@libsql/client'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { openClient, openDatabase } from './client'
import { isStorageFull } from './database-errors'

/** The disk as the tests want it: each sync waits here until it is let go. */
const disk = vi.hoisted(() => ({
  isHeld: false,
  begun: 0,
  failNext: false,
  waiting: [] as (() => void)[],
  letGo() {
    for (const goOn of this.waiting.splice(0)) goOn()
  },
}))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    fdatasync(descriptor: number, done: NoParamCallback) {
      disk.begun += 1
      const goOn = () => {
        if (!disk.failNext) return fs.fdatasync(descriptor, done)
        disk.failNext = false
        done(Object.assign(new Error('EIO'), { code: 'EIO' }))
      }
      if (disk.isHeld) disk.waiting.push(goOn)
      else goOn()
    },
  }
})

const folder = mkdtempSync(join(tmpdir(), 'back-of-house-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
let file: string
let client: Client
beforeEach(async () => {
  disk.isHeld = false
  file = join(folder, `${++files}.db`)
  client = openClient(`file:${file}`)
  await client.execute('PRAGMA journal_mode=WAL')
  await client.executeMultiple(`
    create table notes (name text);
    create table rate_limits (n integer);`)
  Object.assign(disk, { begun: 0, waiting: [] })
})

const add = (name: string) => `insert into notes values ('${name}')`
const countIn = async (from: Client) =>
  (await from.execute('select count(*) as n from notes')).rows[0]?.['n']

/** Whether it is settled, after all that can run without the disk has run. */
async function isDone(work: Promise<unknown>): Promise<boolean> {
  let done = false
  void work.finally(() => (done = true)).catch(() => {})
  for (let turn = 0; turn < 20; turn++) await nextTurn()
  return done
}

test('a commit is answered when the disk has it, and not before; others go on meanwhile', async () => {
  disk.isHeld = true
  const written = client.execute(add('a'))
  const saved = openDatabase(client).transaction(async (tx) => {
    await tx.run(add('b'))
  })
  expect(await isDone(written)).toBe(false)
  expect(await isDone(saved)).toBe(false)
  expect(await countIn(client)).toBe(2)
  // The sync under way began before the second commit: it does not count.
  expect(disk.begun).toBe(1)
  disk.letGo()
  await written
  expect(await isDone(saved)).toBe(false)
  expect(disk.begun).toBe(2)
  disk.letGo()
  await saved
})

test('commits that come while a sync is under way share the next one', async () => {
  disk.isHeld = true
  const first = client.execute(add('a'))
  await isDone(first)
  const others = Array.from({ length: 10 }, () => client.execute(add('b')))
  for (const other of others) expect(await isDone(other)).toBe(false)
  disk.letGo()
  await first
  for (const other of others) expect(await isDone(other)).toBe(false)
  disk.letGo()
  await Promise.all(others)
  expect(disk.begun).toBe(2)
})

test('a commit that nobody else waits with is synced at once', async () => {
  await client.execute(add('a'))
  await client.batch([add('b'), add('c')], 'write')
  await client.executeMultiple(add('d'))
  expect(disk.begun).toBe(3)
})

test('when a sync fails, no commit that waited for the one after it is acknowledged', async () => {
  disk.isHeld = true
  const first = client.execute(add('a'))
  await isDone(first)
  const second = client.execute(add('b'))
  await isDone(second)
  disk.failNext = true
  disk.letGo()
  const outcomes = await Promise.allSettled([first, second])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(disk.begun).toBe(1)
})

test('what is only read, and what may be lost, waits for no disk', async () => {
  disk.isHeld = true
  await client.execute('select * from notes')
  await client.execute('insert into rate_limits values (1)')
  expect(disk.begun).toBe(0)
})

test('whoever has read what is not on the disk yet can wait for it', async () => {
  disk.isHeld = true
  expect(client).toHaveProperty('durable', null)
  const written = client.execute(add('a'))
  expect(await countIn(client)).toBe(1)
  const durable = (client as Client & { durable: Promise<void> }).durable
  expect(await isDone(durable)).toBe(false)
  disk.letGo()
  await Promise.all([durable, written])
  expect(client).toHaveProperty('durable', null)
})

test('after a sync that failed, all of it gets to the disk another way before anything new is written', async () => {
  disk.failNext = true
  const error: unknown = await client
    .execute(add('a'))
    .catch((error: unknown) => error)
  expect(isStorageFull(error)).toBe(true)
  expect(await countIn(client)).toBe(1)

  disk.isHeld = true
  const next = client.execute(add('b'))
  await isDone(next)
  // What is in the database itself, its log left aside.
  const alone = join(folder, 'alone.db')
  copyFileSync(file, alone)
  expect(await countIn(openClient(`file:${alone}`))).toBe(1)
  disk.letGo()
  await next
  expect(await countIn(client)).toBe(2)
})

test('a file without a log is synced by SQLite itself', async () => {
  const plain = openClient(`file:${join(folder, 'plain.db')}`)
  await plain.execute('create table notes (name text)')
  await plain.execute(add('a'))
  expect(disk.begun).toBe(0)
  const { rows } = await plain.execute('PRAGMA synchronous')
  expect(rows[0]?.['synchronous']).toBe(2)
  await plain.execute('PRAGMA journal_mode=WAL')
  await plain.execute(add('b'))
  expect(disk.begun).toBe(1)
})
