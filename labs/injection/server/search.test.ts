import { existsSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { CagedAnswer } from '@/contracts/injection'
import {
  cageScene,
  longestWords,
  type SearchWay,
} from '@/contracts/injection-cage'
import { Problem } from '@/contracts/problem'
import { POST } from '@/app/api/labs/injection/route'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import type { TestDatabase } from '@/db/testing'
import { ownDatabase } from '@/server/sandbox/own-database'
import { readTrace } from '@/tracing/read-trace'
import { spanStore } from '@/tracing/span-store'

let database: TestDatabase
let guest: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
  guest = await TestCaller.make()
})

function send(way: SearchWay, words: string) {
  return guest.call(POST, {
    method: 'POST',
    path: '/api/labs/injection',
    body: { way, words },
  })
}

async function search(way: SearchWay, words: string): Promise<CagedAnswer> {
  const reply = await send(way, words)
  expect(reply.status).toBe(200)
  return CagedAnswer.parse(await reply.json())
}

const namesIn = ({ results }: CagedAnswer) =>
  results[0]?.rows.map(([name]) => name)

test('a plain word finds the same dishes in both ways, and nothing changes', async () => {
  for (const way of ['joined', 'parameter'] as const) {
    const answer = await search(way, 'noodle')
    expect(namesIn(answer)).toEqual(['Dan dan noodles', 'Cold sesame noodles'])
    expect(answer.end).toBe('done')
    expect(answer.tables).toEqual(
      cageScene.map(({ name, columns, rows }) => ({
        name,
        columns,
        rows,
        count: rows.length,
      })),
    )
  }
})

test('an honest name with a quotation mark breaks the joined statement only', async () => {
  const joined = await search('joined', "O'Brien")
  expect(joined).toMatchObject({ end: 'error', results: [] })
  expect(joined.message).toContain('syntax error')
  const bound = await search('parameter', "O'Brien")
  expect(bound).toMatchObject({ end: 'done', parameters: ["%O'Brien%"] })
  expect(namesIn(bound)).toEqual(["O'Brien's stout cake"])
})

test('what is hidden, who the guests are, and the tables themselves: joined gives all of it away', async () => {
  const hidden = await search('joined', "' OR 1=1 --")
  expect(namesIn(hidden)).toContain('Staff supper')
  const union = await search(
    'joined',
    "' UNION SELECT name, address FROM guests --",
  )
  expect(namesIn(union)).toContain('Ada Fields')
  const dropped = await search('joined', "'; DROP TABLE guests --")
  expect(dropped.tables?.map(({ name }) => name)).toEqual(['dishes'])
})

test('the same attacks as a parameter are words that no dish is called by', async () => {
  for (const words of [
    "' OR 1=1 --",
    "' UNION SELECT name, address FROM guests --",
    "'; DROP TABLE guests --",
  ]) {
    const answer = await search('parameter', words)
    expect(answer).toMatchObject({ end: 'done', parameters: [`%${words}%`] })
    expect(namesIn(answer)).toEqual([])
    expect(answer.tables).toHaveLength(2)
  }
})

const endless =
  "' UNION SELECT count(*), 1 FROM (WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c) --"

test('a search without end is ended, and this process goes on meanwhile', async () => {
  let ticks = 0
  const ticking = setInterval(() => ticks++, 10)
  const answer = await search('joined', endless)
  clearInterval(ticking)
  expect(answer).toMatchObject({ end: 'time', tables: null, results: [] })
  expect(answer.ranMs).toBeGreaterThanOrEqual(490)
  expect(ticks).toBeGreaterThan(5)
})

test('a search that asks for all memory gets 32 MiB', async () => {
  const bomb = "' UNION SELECT hex(zeroblob(100000000)), 1 --"
  expect(await search('joined', bomb)).toMatchObject({ end: 'memory' })
  const raised = "'; PRAGMA hard_heap_limit = 0; SELECT 1 --"
  const [, limit] = (await search('joined', raised)).results
  expect(limit?.rows).toEqual([[String(32 * 1024 ** 2)]])
})

test('no file of this computer can be read or written from the cage', async () => {
  const file = `/tmp/out-of-the-cage-${guest.sandboxId}`
  for (const words of [
    "' UNION SELECT readfile('/etc/hostname'), 1 --",
    `' UNION SELECT writefile('${file}', 'x'), 1 --`,
    "' UNION SELECT load_extension('x'), 1 --",
  ])
    expect(await search('joined', words)).toMatchObject({ end: 'error' })
  // Files in here are made of memory: the name leads to nothing outside.
  await search('joined', `'; VACUUM INTO '${file}' --`)
  await search('joined', `'; ATTACH '${file}' AS x; CREATE TABLE x.t (a) --`)
  expect(existsSync(file)).toBe(false)
})

test('an answer is bounded, however much the cage would tell', async () => {
  const wide = `'; ${'SELECT 1; '.repeat(150)}`
  expect((await search('joined', wide)).results.length).toBeLessThanOrEqual(6)
  const long =
    "' UNION WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 5000) SELECT hex(zeroblob(5000)) || n, n FROM c --"
  const reply = await send('joined', long)
  expect((await reply.text()).length).toBeLessThan(16_000)
})

test('two cages at a time: whoever comes third is told to wait', async () => {
  const replies = await Promise.all(
    Array.from({ length: 4 }, () => send('joined', endless)),
  )
  const statuses = replies.map(({ status }) => status).sort()
  expect(statuses).toEqual([200, 200, 503, 503])
  const told = replies.find(({ status }) => status === 503)
  expect(told?.headers.get('retry-after')).toBe('2')
  expect(Problem.parse(await told?.json()).type).toMatch(/lab-busy$/)
})

test('words that are too many, and a way that is none, are refused', async () => {
  const reply = await send('joined', 'x'.repeat(longestWords + 1))
  expect(reply.status).toBe(422)
  const other = await guest.call(POST, {
    method: 'POST',
    path: '/api/labs/injection',
    body: { way: 'both', words: '' },
  })
  expect(other.status).toBe(422)
})

test('the trace shows the statement on its step, and nothing of it in our own tables', async () => {
  const before = await countRows(database)
  const reply = await send('joined', "'; DROP TABLE dishes --")
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  await spanStore().flush()
  const own = ownDatabase(database.db, guest.sandboxId)
  const trace = await readTrace(own, traceId)
  const step = trace?.spans.find(
    ({ name }) => name === 'search by joining strings',
  )
  expect(step?.attributes).toMatchObject({
    'db.system.name': 'sqlite',
    'db.query.text': expect.stringContaining('DROP TABLE dishes'),
  })
  expect(step?.code?.file).toBe('labs/injection/server/search-dishes.unsafe.ts')
  expect(await countRows(database)).toEqual(before)
})
