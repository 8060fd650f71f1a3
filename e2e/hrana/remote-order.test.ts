import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openClient } from '@/db/client'
import { prepareDatabase } from '@/db/prepare'
import { POST } from '@/app/api/orders/route'
import { TestCaller } from '@/server/http/testing'
import { HranaServer } from './hrana-server'

vi.hoisted(() => {
  // Spans are written beside an order; here only its own requests count.
  process.env['TRACING'] = 'off'
})

const folder = mkdtempSync(join(tmpdir(), 'back-of-house-hrana-'))
let server: HranaServer
let guest: TestCaller

beforeAll(async () => {
  const file = join(folder, 'remote.db')
  server = await HranaServer.start({ file, lockWaitMs: 50, streamIdleMs: 500 })
  const client = openClient(server.url)
  globalThis.plateful = { client }
  await prepareDatabase(client)
  guest = await TestCaller.make()
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const place = (headers: Record<string, string> = {}) =>
  guest.call(POST, {
    method: 'POST',
    path: '/api/orders',
    headers,
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [
        { dish: 'miso-ramen', quantity: 1 },
        { dish: 'pork-dumplings', quantity: 2 },
      ],
    },
  })

test('an order of two dishes is 11 round trips, and leaves no stream open', async () => {
  const before = server.requests
  const reply = await place({ 'idempotency-key': 'remote-1' })
  expect(reply.status).toBe(201)
  expect(server.requests - before).toBe(11)
  expect(server.openStreams).toBe(0)
})

test('a writer that holds the database too long makes others 503, and nothing of theirs stays', async () => {
  const other = openClient(server.url)
  const holding = await other.transaction('write')
  await holding.execute('update facts set value = value')
  const refused = await place()
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect((await refused.json()).type).toMatch(/\/problems\/busy$/)
  await holding.rollback()
  expect((await place()).status).toBe(201)
})

test('whoever forgets a transaction holds nobody up for long', async () => {
  const forgotten = await openClient(server.url).transaction('write')
  await forgotten.execute('update facts set value = value')
  await expect.poll(() => server.openStreams, { timeout: 5_000 }).toBe(0)
  expect((await place()).status).toBe(201)
})
