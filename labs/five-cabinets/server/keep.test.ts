import { beforeAll, expect, test } from 'vitest'
import { KeptOrder } from '@/contracts/five-cabinets'
import { POST } from '@/app/api/labs/five-cabinets/route'
import type { TestDatabase } from '@/db/testing'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

test('the order becomes three rows, is found again and changed, and nothing of it is kept here', async () => {
  const guest = await TestCaller.make()
  const before = await countRows(database)
  const reply = await guest.call(POST, {
    method: 'POST',
    path: '/api/labs/five-cabinets',
  })
  expect(reply.status).toBe(201)
  const { version, runs } = KeptOrder.parse(await reply.json())
  expect(version).toMatch(/^3\.\d+\.\d+$/)
  const written = runs.filter(({ part }) => part === 'write')
  expect(written.map(({ changed }) => changed)).toEqual([1, 2])
  const rowsOf = (part: string) => runs.find((run) => run.part === part)?.rows
  expect(rowsOf('query')).toEqual([['Ada', 'placed', '3']])
  expect(rowsOf('change')).toEqual([['ord_1', 'accepted']])
  expect(await countRows(database)).toEqual(before)
})
