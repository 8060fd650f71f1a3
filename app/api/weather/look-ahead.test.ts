import { afterAll, beforeAll, expect, test } from 'vitest'
import { weather } from '@/db/schema/weather'
import type { TestDatabase } from '@/db/testing'
import { registerErrand, runErrands } from '@/server/http/errand'
import { call, startTestBackend } from '@/server/http/testing'
import { TestProvider } from '@/server/weather/testing'
import { POST as openSandbox } from '../sandboxes/route'
import { lookAtTheSky } from './look-ahead'

let database: TestDatabase
let provider: TestProvider
beforeAll(async () => {
  database = await startTestBackend()
  provider = await TestProvider.start()
  registerErrand(lookAtTheSky)
})
afterAll(() => provider.stop())

test('after a write the weather of every restaurant is learned, once', async () => {
  await call(openSandbox, { method: 'POST', path: '/api/sandboxes', body: {} })
  await expect.poll(() => provider.calls.length).toBe(8)
  await runErrands()
  await runErrands()
  expect(provider.calls).toHaveLength(8)
  const kept = await database.db.select().from(weather)
  expect(kept).toHaveLength(8)
})
