import { beforeAll, expect, test } from 'vitest'
import { IndexCost, IndexRun } from '@/contracts/index-lab'
import { runsEach, writesEach } from '@/contracts/index-sizes'
import { openArchive } from '@/labs/index/server/archive'
import { provenRows } from '@/labs/index/server/search-orders'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { ownDatabase } from '@/server/sandbox/own-database'
import { houseDatabase } from '@/server/http/visit'
import { spanStore } from '@/tracing/span-store'
import { readTrace } from '@/tracing/read-trace'
import { POST } from './route'
import { POST as postWrites } from './writes/route'

beforeAll(async () => {
  await startTestBackend()
})

const path = '/api/labs/index'
const search = (guest: TestCaller, rows: unknown) =>
  guest.call(POST, { method: 'POST', path, body: { rows } })

test('the same rows are found by reading all of them, and by reading only them', async () => {
  const guest = await TestCaller.make()
  const reply = await search(guest, 1_000)
  expect(reply.status).toBe(200)
  const run = IndexRun.parse(await reply.json())
  expect(run.without.plan).toEqual(['SCAN orders'])
  expect(run.with.plan).toEqual([
    'SEARCH orders USING INDEX orders_by_guest (guest=?)',
  ])
  expect(run.without.rowsRead).toBe(1_000)
  expect(run.with.rowsRead).toBe(run.with.rowsFound)
  expect(run.with.rowsFound).toBe(run.without.rowsFound)
  expect([12, 13]).toContain(run.with.rowsFound)
  for (const { timesMs } of [run.with, run.without]) {
    expect(timesMs.length).toBeGreaterThan(0)
    expect(timesMs.length).toBeLessThanOrEqual(runsEach)
  }
})

test('a table that is a hundred times as large holds as many orders of one guest', async () => {
  const small = await search(await TestCaller.make(), 1_000)
  const large = await search(await TestCaller.make(), 100_000)
  const [one, other] = [
    IndexRun.parse(await small.json()),
    IndexRun.parse(await large.json()),
  ]
  expect(other.without.rowsRead).toBe(100_000)
  expect(Math.abs(other.with.rowsFound - one.with.rowsFound)).toBeLessThan(2)
})

test('the archive holds as many orders as it says, and nobody can change it', async () => {
  const archive = await openArchive(10_000)
  for (const client of [archive.without, archive.with]) {
    const { rows } = await client.execute('select count(*) as n from orders')
    expect(rows[0]?.['n']).toBe(10_000)
    await expect(client.execute('delete from orders')).rejects.toThrow(
      /readonly|read-only|query_only/i,
    )
  }
})

test('the trace holds the plans and one search each, not four hundred', async () => {
  const guest = await TestCaller.make()
  const reply = await search(guest, 1_000)
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  await spanStore().flush()
  const db = ownDatabase(houseDatabase(), guest.sandboxId)
  const { spans = [] } = (await readTrace(db, traceId)) ?? {}
  const named = (wanted: string) =>
    spans.filter(({ name }) => name === wanted).length
  expect([named('EXPLAIN orders'), named('SELECT orders')]).toEqual([2, 2])
})

test('only a scan without a stop and a search by equality prove a number', () => {
  expect(provenRows(['SCAN orders'], 500, 3)).toBe(500)
  expect(provenRows(['SEARCH orders USING INDEX a (guest=?)'], 500, 3)).toBe(3)
  expect(
    provenRows(['SEARCH orders USING INDEX a (guest>?)'], 500, 3),
  ).toBeNull()
  expect(provenRows(['SCAN orders', 'USE TEMP B-TREE'], 500, 3)).toBeNull()
})

test('two runs of one sandbox at the same time: the second is told to wait', async () => {
  const guest = await TestCaller.make()
  const replies = await Promise.all([
    search(guest, 10_000),
    search(guest, 10_000),
  ])
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 503])
})

test('a size that is not offered is refused, and so are half a wish and a token that is made up', async () => {
  const guest = await TestCaller.make()
  expect((await search(guest, 5_000_000)).status).toBe(422)
  const half = await guest.call(POST, {
    method: 'POST',
    path,
    body: '{"rows":',
  })
  expect(half.status).toBe(400)
  const forged = await call(POST, {
    method: 'POST',
    path,
    body: { rows: 1_000 },
    headers: { authorization: 'Bearer made.up.token' },
  })
  expect(forged.status).toBe(401)
})

test('writing is measured with no index, with one and with four', async () => {
  const guest = await TestCaller.make()
  const reply = await guest.call(postWrites, {
    method: 'POST',
    path: `${path}/writes`,
  })
  const { ways } = IndexCost.parse(await reply.json())
  expect(ways.map(({ indexes }) => indexes.length)).toEqual([0, 1, 4])
  for (const { timesMs } of ways) expect(timesMs).toHaveLength(writesEach.runs)
})
