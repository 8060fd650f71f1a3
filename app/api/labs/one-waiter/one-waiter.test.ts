import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { servingWays, waitMs, type ServingWay } from '@/contracts/serving-ways'
import { Bystander, Served, ServingReport } from '@/contracts/one-waiter'
import { Problem } from '@/contracts/problem'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { GET as askTheTime } from './bystander/route'
import { DELETE, GET } from './route'

vi.hoisted(() => {
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '200'
})

let guest: TestCaller
let begun: [TestCaller, string][] = []
beforeAll(() => startTestBackend())
beforeEach(async () => {
  guest = await TestCaller.make()
})
afterEach(async () => {
  for (const [who, run] of begun) await end(run, who)
  begun = []
})

const path = (way: string, run: string, number: unknown) =>
  `/api/labs/one-waiter?way=${way}&run=${run}&number=${number}`
function ask(way: ServingWay, run: string, number: unknown, who = guest) {
  begun.push([who, run])
  return who.call(GET, { path: path(way, run, number) })
}
const end = (run: string, who = guest) =>
  who.call(DELETE, {
    method: 'DELETE',
    path: `/api/labs/one-waiter?run=${run}`,
  })

async function served(reply: Response) {
  expect(reply.status).toBe(200)
  return Served.parse(await reply.json())
}
async function problemOf(reply: Response) {
  return Problem.parse(await reply.json())
    .type.split('/')
    .at(-1)
}
/** After computing, the main thread is left alone for as long as it took. */
async function computes(run: string, who = guest) {
  const replies: Response[] = []
  await expect
    .poll(
      async () => {
        const reply = await ask('compute', run, 1, who)
        replies.push(reply)
        return reply.status
      },
      { timeout: 30_000, interval: 200 },
    )
    .toBe(200)
  return served(replies.at(-1) ?? new Response())
}

for (const way of servingWays)
  test(`"${way}": every request is served, and the run says how late the event loop was`, async () => {
    const run = `run00${way}`
    if (way === 'compute') await computes(run)
    const numbers = [2, 3, 4, 5]
    const replies = await Promise.all(
      numbers.map(async (number) => served(await ask(way, run, number))),
    )
    expect(replies.map(({ number }) => number)).toEqual(numbers)
    for (const { workMs, metres } of replies) {
      expect(workMs).toBeGreaterThan(way === 'wait' ? waitMs - 5 : 1)
      expect(metres === null).toBe(way === 'wait')
    }
    const report = ServingReport.parse(await (await end(run)).json())
    expect(report.served).toBe(way === 'compute' ? 5 : 4)
    expect((await end(run)).status).toBe(404)
  }, 40_000)

test('here and in a thread the same is computed', async () => {
  const there = await served(await ask('thread', 'runthread', 1))
  const here = await computes('runsame1')
  expect(here.metres).toBe(there.metres)
}, 40_000)

test('while it computes here, the timer that watches the loop comes late by about as much', async () => {
  const { workMs } = await computes('runwatch')
  await served(await ask('compute', 'runwatch', 2))
  await expect
    .poll(async () => (await askTheTime(new Request('http://a.test'))).status)
    .toBe(200)
  const { late } = ServingReport.parse(await (await end('runwatch')).json())
  const most = Math.max(...late.map(([, lateMs]) => lateMs))
  expect(most).toBeGreaterThan(workMs / 4)
}, 40_000)

test('two runs at a time on the whole server, one of them computing here; others are told to wait', async () => {
  const [second, third] = [await TestCaller.make(), await TestCaller.make()]
  await computes('runfirst')
  const also = await ask('compute', 'runother', 1, second)
  expect([also.status, await problemOf(also)]).toEqual([503, 'lab-busy'])
  expect(also.headers.get('retry-after')).toBe('2')
  await served(await ask('thread', 'runother', 1, second))
  const refused = await ask('thread', 'runthird', 1, third)
  expect([refused.status, await problemOf(refused)]).toEqual([503, 'lab-busy'])
  // A run that has its place goes on.
  await served(await ask('compute', 'runfirst', 2))
}, 40_000)

test('each number is served once and in one way, and a run has 24', async () => {
  await served(await ask('thread', 'runonce1', 1))
  expect((await ask('thread', 'runonce1', 1)).status).toBe(400)
  expect((await ask('wait', 'runonce1', 2)).status).toBe(400)
  expect((await ask('thread', 'runonce1', 25)).status).toBe(400)
}, 40_000)

test('a question that makes no sense is refused', async () => {
  for (const query of ['', '?way=sleep&run=run00000&number=1', '?way=wait'])
    expect(
      (await guest.call(GET, { path: `/api/labs/one-waiter${query}` })).status,
    ).toBe(400)
  expect((await end('NO')).status).toBe(400)
})

test('a run is its guest’s own, and who has no sandbox has none', async () => {
  const stranger = await TestCaller.make()
  await served(await ask('thread', 'runmine1', 1))
  expect((await end('runmine1', stranger)).status).toBe(404)
  expect((await call(GET, { path: path('wait', 'runmine1', 2) })).status).toBe(
    401,
  )
}, 40_000)

test('anybody is told the time', async () => {
  const reply = await call(askTheTime)
  expect(reply.status).toBe(200)
  Bystander.parse(await reply.json())
})
