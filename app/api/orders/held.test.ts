import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblemError } from '@/components/api-errors'
import { kindWordsFor } from '@/components/kind-words'
import { Problem } from '@/contracts/problem'
import { problems } from '@/contracts/problems'
import type { TestDatabase } from '@/db/testing'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import { GET as readMenu } from '../restaurants/[slug]/route'
import { GET, POST } from './route'

let database: TestDatabase
let guest: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
})
beforeEach(async () => {
  // Spans that could not be stored are told of in the log.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  guest = await TestCaller.make()
})

const place = (key: string) =>
  guest.call(POST, {
    method: 'POST',
    path: '/api/orders',
    headers: { 'idempotency-key': key },
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    },
  })

/** Another process takes the database for itself; `letGo` ends it. */
async function hold() {
  const other = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'db/testing-writer.ts', 'hold'].concat(
      database.url,
    ),
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const [said] = await once(other.stdout, 'data')
  expect(String(said)).toBe('held\n')
  return {
    letGo: async () => {
      other.stdin.end()
      const [code] = await once(other, 'exit')
      expect(code).toBe(0)
    },
  }
}

test('while another process holds the database an order is a clear 503 in plain words, reading goes on, and no restart is needed', async () => {
  expect((await place('before')).status).toBe(201)
  const before = await countRows(database)
  const held = await hold()

  const refused = await place('meanwhile')
  const list = await guest.call(GET, { path: '/api/orders' })
  const params = { slug: 'lantern-noodle-house' }
  const menu = await guest.call(readMenu, { params })
  await held.letGo()

  expect(refused.status).toBe(503)
  expect(refused.headers.get('content-type')).toMatch(
    /^application\/problem\+json/,
  )
  expect(refused.headers.get('retry-after')).toBe('1')
  const problem = Problem.parse(await refused.json())
  expect(problem).toMatchObject({
    type: expect.stringMatching(/\/problems\/busy$/),
    detail: 'Another process holds the database. Nothing was changed.',
  })
  // What the page makes of it.
  const wire = { startLine: '', headers: [], body: null, bodyBytes: null }
  const words = await kindWordsFor(new ApiProblemError(problem, 1_000, wire))
  expect(words).toEqual({
    title: 'The database is busy',
    text: problems.busy.help,
    way: { do: 'try-again', label: 'Try again', waitMs: 1_000 },
    href: '/problems/busy',
  })
  expect(words.text).toContain('another process holds the database')

  expect([list.status, menu.status]).toEqual([200, 200])
  expect((await list.json()).items).toHaveLength(1)
  expect(await countRows(database)).toEqual(before)
  // The same wish, asked again as the page would.
  const again = await place('meanwhile')
  expect(again.status).toBe(201)
  expect(again.headers.get('idempotency-replayed')).toBeNull()
}, 30_000)
