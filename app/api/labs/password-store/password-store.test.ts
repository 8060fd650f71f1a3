import { createHash, scryptSync } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { OwnRow, PasswordRun } from '@/contracts/password-store'
import { guessBudgetMs } from '@/contracts/password-store-choices'
import { Trace } from '@/contracts/trace'
import type { TestDatabase } from '@/db/testing'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { GET as readTrace } from '../../traces/[traceId]/route'
import { POST as hashOwn } from './own/route'
import { POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_LABS_PER_MINUTE'] = '6'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const path = '/api/labs/password-store'
const ask = (guest: TestCaller, body: unknown) =>
  guest.call(POST, { method: 'POST', path, body })
const askOwn = (guest: TestCaller, body: unknown) =>
  guest.call(hashOwn, { method: 'POST', path: `${path}/own`, body })

async function leak(cost: number, guest?: TestCaller) {
  const reply = await ask(guest ?? (await TestCaller.make()), { cost })
  expect(reply.status).toBe(200)
  const [, traceId = ''] = reply.headers.get('traceresponse')?.split('-') ?? []
  return { traceId, ...PasswordRun.parse(await reply.json()) }
}

test('what leaks are real hashes: the fast one without salt, the slow one with its own', async () => {
  const { rows } = await leak(10)
  for (const { plain, fast, salt, slow } of rows) {
    expect(fast).toBe(createHash('sha256').update(plain).digest('hex'))
    const settings = { N: 2 ** 10, r: 8, p: 3 }
    const again = scryptSync(plain, Buffer.from(salt, 'hex'), 32, settings)
    expect(slow).toBe(again.toString('hex'))
  }
  const [mara, lea] = ['Mara', 'Lea'].map((name) =>
    rows.find((row) => row.name === name),
  )
  expect(mara?.plain).toBe(lea?.plain)
  expect(mara?.fast).toBe(lea?.fast)
  expect(mara?.slow).not.toBe(lea?.slow)
})

test('a guesser finds usual passwords behind fast hashes, and no unusual ones', async () => {
  const { fast, rows } = await leak(10)
  expect(fast.found.map(({ name }) => name).sort()).toEqual([
    'Jonas',
    'Lea',
    'Mara',
  ])
  expect(fast.guesses).toBeGreaterThan(1_000)
  expect(fast.guesses).toBeGreaterThan(fast.found[0]?.guess ?? 0)
  expect(rows).toHaveLength(5)
})

test('a guesser keeps to its budget, and a cheap slow hash gives in to the most usual words', async () => {
  const { fast, slow } = await leak(10)
  expect(fast.tookMs).toBeGreaterThanOrEqual(guessBudgetMs)
  expect(fast.tookMs).toBeLessThan(guessBudgetMs * 1.5)
  expect(slow.guesses).toBeGreaterThanOrEqual(1)
  expect(fast.guesses / fast.tookMs).toBeGreaterThan(
    (100 * slow.guesses) / slow.tookMs,
  )
})

test('the trace shows the guessing, and nothing of it is kept', async () => {
  const guest = await TestCaller.make()
  const before = await countRows(database)
  const { traceId } = await leak(11, guest)
  expect(await countRows(database)).toEqual(before)
  await spanStore().flush()
  const read = await guest.call(readTrace, { params: { traceId } })
  const { spans } = Trace.parse(await read.json())
  const names = spans.map(({ name }) => name)
  for (const step of [
    'hash the passwords',
    'guess at the fast hashes',
    'guess at the slow hashes',
  ])
    expect(names).toContain(step)
})

test('a reader’s own password is hashed and forgotten: no row and no span has it, nor its hash', async () => {
  const guest = await TestCaller.make()
  const password = 'made up for this test 4711'
  const reply = await askOwn(guest, { password, cost: 10 })
  expect(reply.status).toBe(200)
  const row = OwnRow.parse(await reply.json())
  expect(row.place).toBeNull()
  expect(row.fast).toBe(createHash('sha256').update(password).digest('hex'))

  await spanStore().flush()
  const { rows } = await database.client.execute(
    "select name from sqlite_schema where type = 'table'",
  )
  for (const { name } of rows) {
    const kept = await database.client.execute(
      `select * from "${String(name)}"`,
    )
    const text = JSON.stringify(kept.rows)
    for (const secret of [password, row.fast, row.slow])
      expect(text.includes(secret)).toBe(false)
  }
})

test('a usual password is known by its place in the list', async () => {
  const guest = await TestCaller.make()
  const reply = await askOwn(guest, { password: 'Sunshine', cost: 10 })
  expect(OwnRow.parse(await reply.json()).place).toBe(12)
})

test('no other cost, no longer password, and no more often than others', async () => {
  const guest = await TestCaller.make()
  expect((await ask(guest, { cost: 20 })).status).toBe(422)
  expect((await ask(guest, { cost: '10' })).status).toBe(422)
  for (const password of ['', 'x'.repeat(65)])
    expect((await askOwn(guest, { password, cost: 10 })).status).toBe(422)
  for (let asked = 0; asked < 2; asked++) await ask(guest, {})
  expect((await askOwn(guest, { password: 'x', cost: 10 })).status).toBe(429)
})
