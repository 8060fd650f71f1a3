import { beforeAll, expect, test, vi } from 'vitest'
import type { RateLimitTry } from '@/contracts/rate-limit-lab'
import { RateLimitTried } from '@/contracts/rate-limit-lab'
import { Problem } from '@/contracts/problem'
import { rateLimits } from '@/db/schema/limits'
import type { TestDatabase } from '@/db/testing'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { DELETE, POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_LABS_PER_MINUTE'] = '3'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const path = '/api/labs/rate-limit'
const trial: RateLimitTry = {
  caller: 'greedy',
  sharing: 'apart',
  counting: 'token-bucket',
  perSecond: 1,
  burst: 4,
}
const come = (guest: TestCaller, other: Partial<RateLimitTry> = {}) =>
  guest.call(POST, { method: 'POST', path, body: { ...trial, ...other } })

async function statuses(
  guest: TestCaller,
  times: number,
  other: Partial<RateLimitTry> = {},
): Promise<number[]> {
  const seen: number[] = []
  for (let i = 0; i < times; i++) seen.push((await come(guest, other)).status)
  return seen
}

const burst = [200, 200, 200, 200, 429]

test.each(['token-bucket', 'sliding-window', 'fixed-window'] as const)(
  'by %s the burst passes, and the next one is told when to come again',
  async (counting) => {
    const guest = await TestCaller.make()
    expect(await statuses(guest, 4, { counting })).toEqual(burst.slice(0, 4))
    const refused = await come(guest, { counting })
    expect(refused.status).toBe(429)
    expect(Problem.parse(await refused.json()).type).toMatch(/too-many/)
    expect(refused.headers.get('ratelimit-policy')).toMatch(/"greedy";q=4;w=4/)
    expect(refused.headers.get('ratelimit')).toMatch(
      /"greedy";r=0;t=[1-4];plateful-level=0\.\d{3}/,
    )
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeLessThanOrEqual(counting === 'token-bucket' ? 1 : 4)
  },
)

test('counted apart one is not in the other’s way, together they are', async () => {
  const guest = await TestCaller.make()
  expect(await statuses(guest, 5)).toEqual(burst)
  expect(await statuses(guest, 1, { caller: 'modest' })).toEqual([200])
  const sharing = 'together'
  expect(await statuses(guest, 4, { sharing })).toEqual(burst.slice(0, 4))
  const modest = await come(guest, { sharing, caller: 'modest' })
  expect(modest.status).toBe(429)
})

test('a border lets two bursts through in the fixed window, and in no other', async () => {
  const around = async (counting: RateLimitTry['counting']) => {
    const guest = await TestCaller.make()
    const before = await statuses(guest, 4, { counting })
    await database.db.update(rateLimits).set({ resetsAt: Date.now() - 1 })
    const after = await statuses(guest, 4, { counting })
    return [...before, ...after].filter((status) => status === 200).length
  }
  expect(await around('fixed-window')).toBe(8)
  expect(await around('sliding-window')).toBeLessThanOrEqual(5)
})

test('a new flood begins with a full bucket, and the site’s own counts stay', async () => {
  const guest = await TestCaller.make()
  expect(await statuses(guest, 5)).toEqual(burst)
  const forget = () => guest.call(DELETE, { method: 'DELETE', path })
  expect((await forget()).status).toBe(204)
  expect(await statuses(guest, 1)).toEqual([200])
  const names = (await database.db.select().from(rateLimits))
    .filter(({ sandboxId }) => sandboxId === guest.sandboxId)
    .map(({ name }) => name)
  expect(names.sort()).toEqual(['lab-greedy', 'labs', 'requests'])
  await forget()
  await forget()
  expect((await forget()).status).toBe(429)
})

test('whoever is served is told how much is left', async () => {
  const reply = await come(await TestCaller.make())
  expect(RateLimitTried.parse(await reply.json())).toEqual({
    caller: 'greedy',
    remaining: 3,
  })
  expect(reply.headers.get('ratelimit')).toBe(
    '"greedy";r=3;t=1;plateful-level=3.000',
  )
})

test('a limit that is not on offer is refused', async () => {
  const guest = await TestCaller.make()
  for (const body of [{}, { ...trial, burst: 1_000_000 }, { ...trial, x: 1 }]) {
    const reply = await guest.call(POST, { method: 'POST', path, body })
    expect(reply.status).toBe(422)
  }
})
