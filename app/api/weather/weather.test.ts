import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '@/contracts/problem'
import { Trace } from '@/contracts/trace'
import { Weather } from '@/contracts/weather'
import { placeOf } from '@/components/trace/place-of'
import { breakers, weather } from '@/db/schema/weather'
import type { TestDatabase } from '@/db/testing'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { openSandbox, sweepSandboxes } from '@/server/sandbox/sandboxes'
import { houseDatabase } from '@/server/http/visit'
import {
  answersWith,
  forecast,
  reply,
  TestProvider,
  askAt,
} from '@/server/weather/testing'
import { spanStore } from '@/tracing/span-store'
import { GET as readTrace } from '../traces/[traceId]/route'
import { GET } from './route'

vi.hoisted(() => {
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '200'
  process.env['LIMIT_WEATHER_PER_MINUTE'] = '100'
})

let database: TestDatabase
let provider: TestProvider
beforeAll(async () => {
  database = await startTestBackend()
  provider = await TestProvider.start()
})
afterAll(() => provider.stop())
beforeEach(async () => {
  askAt(`${provider.origin}/v1/forecast`)
  provider.answer = answersWith(forecast())
  provider.calls.length = 0
  await database.db.delete(weather)
  await database.db.delete(breakers)
})

const pathTo = (query: string) => `/api/weather?${query}`
const berlin = pathTo('latitude=52.52&longitude=13.41')
const ask = (path = berlin, headers: Record<string, string> = {}) =>
  call(GET, { path, headers })

/** All that is kept is made so much older. */
async function age(ms: number): Promise<void> {
  await database.client.execute(
    `update weather set fetched_at = fetched_at - ${ms}`,
  )
}
const minuteMs = 60_000

async function expectUnknown(answer: Response): Promise<void> {
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('30')
  expect(answer.headers.get('content-type')).toContain('problem+json')
  const problem = Problem.parse(await answer.json())
  expect(problem.type).toMatch(/\/problems\/weather-unknown$/)
  expect(problem.freshness).toBe('unknown')
}

test('the weather comes with its source and its age, and the second guest is told of the first', async () => {
  const first = await ask()
  expect(first.status).toBe(200)
  expect(first.headers.get('age')).toBe('0')
  expect(first.headers.get('cache-control')).toBe(
    'private, max-age=600, stale-if-error=21600',
  )
  expect(first.headers.get('set-cookie')).toBeNull()
  const fresh = Weather.parse(await first.json())
  expect(fresh).toMatchObject({
    latitude: 52.5,
    longitude: 13.5,
    sky: 'rain',
    temperatureC: 3.4,
    observedAt: '2025-11-26T04:00:00.000Z',
    freshness: 'fresh',
    source: new URL(provider.origin).host,
  })

  await age(90_000)
  const second = await ask()
  expect(Number(second.headers.get('age'))).toBeGreaterThanOrEqual(90)
  expect(Weather.parse(await second.json()).freshness).toBe('cached')
  expect(provider.calls).toHaveLength(1)

  await age(9 * minuteMs)
  expect(Weather.parse(await (await ask()).json()).freshness).toBe('fresh')
  expect(provider.calls).toHaveLength(2)
})

test('what leaves is our address with two numbers on a grid, and nothing of the guest', async () => {
  const guest = await TestCaller.make()
  await guest.call(GET, {
    path: pathTo('latitude=-33.8688&longitude=151.2093&host=evil.example'),
    headers: {
      cookie: 'sandbox=a-cookie',
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      baggage: 'secret=1',
    },
  })
  const [sent = ''] = provider.calls
  expect(sent.split('\r\n')[0]).toBe(
    'GET /v1/forecast?latitude=-33.75&longitude=151.25&current=temperature_2m%2Cprecipitation%2Cweather_code%2Cwind_speed_10m&timeformat=unixtime HTTP/1.1',
  )
  expect(sent).toContain('accept-encoding: identity\r\n')
  expect(sent).not.toMatch(/cookie|authorization|traceparent|baggage|evil/i)
})

test.each([
  '',
  'latitude=52.5',
  'longitude=13.4',
  'latitude=&longitude=13.4',
  'latitude=52.5&latitude=1&longitude=13.4',
  'latitude=90.01&longitude=13.4',
  'latitude=52.5&longitude=-180.5',
  'latitude=NaN&longitude=13.4',
  'latitude=Infinity&longitude=13.4',
  'latitude=1e1&longitude=13.4',
  'latitude=0x10&longitude=13.4',
  'latitude=52,5&longitude=13.4',
  'latitude=%2052.5&longitude=13.4',
  'latitude=52.5%00&longitude=13.4',
  'latitude=٥&longitude=13.4',
  'latitude=[object]&longitude=13.4',
  'latitude=52.5@evil.example&longitude=13.4',
  `latitude=1.${'1'.repeat(400)}&longitude=13.4`,
])('%s asks for no place', async (query) => {
  const refused = await ask(pathTo(query))
  expect(refused.status).toBe(400)
  expect(Problem.parse(await refused.json()).type).toMatch(/malformed-request$/)
  expect(provider.calls).toEqual([])
})

test('forty guests at once make one call', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => ask()))
  expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200))
  expect(provider.calls).toHaveLength(1)
})

test('neighbours share an answer, and so do both sides of the date line', async () => {
  await ask(pathTo('latitude=52.45&longitude=-180'))
  await ask(pathTo('latitude=52.55&longitude=180'))
  await ask(pathTo('latitude=52.4&longitude=179.99'))
  expect(provider.calls).toHaveLength(1)
})

test.each(['500 Internal Server Error', '503 Service Unavailable'])(
  'a first try that fails with %s is made up for by the second',
  async (status) => {
    provider.answer = (socket) => {
      const isFirst = provider.calls.length === 1
      socket.end(isFirst ? reply('{}', { status }) : reply(forecast()))
    }
    expect((await ask()).status).toBe(200)
    expect(provider.calls).toHaveLength(2)
    const [row] = await database.db.select().from(breakers)
    expect(row).toMatchObject({ service: 'weather', failures: 0, count: 1 })
  },
)

test('a line that is cut is tried once more, and not a third time', async () => {
  provider.answer = (socket) => void socket.destroy()
  await expectUnknown(await ask())
  expect(provider.calls).toHaveLength(2)
})

test('where nobody answers, what is kept is told with its age, and after six hours nothing is', async () => {
  await ask()
  await age(3 * 60 * minuteMs)
  provider.answer = (socket) => void socket.destroy()
  const old = await ask()
  expect(Number(old.headers.get('age'))).toBeGreaterThanOrEqual(3 * 60 * 60)
  expect(Weather.parse(await old.json()).freshness).toBe('stale')
  await age(3 * 60 * minuteMs)
  await expectUnknown(await ask())
  await sweepSandboxes(houseDatabase(), Date.now())
  expect(await database.db.select().from(weather)).toEqual([])
})

test('a service that was turned off is never asked', async () => {
  askAt(null)
  await expectUnknown(await ask())
  expect(provider.calls).toEqual([])
})

test('an address at which nobody listens is answered for at once', async () => {
  askAt('http://127.0.0.1:1/v1/forecast')
  const began = performance.now()
  await expectUnknown(await ask())
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('only the guest who armed weather-down suffers it, on a breaker of their own', async () => {
  const guest = await TestCaller.make()
  const headers = { baggage: 'fault.weather-down=1,fault.db-slow=1' }
  for (let i = 0; i < 5; i++)
    await expectUnknown(await guest.call(GET, { path: berlin, headers }))
  expect(provider.calls).toEqual([])
  expect((await ask()).status).toBe(200)
  const kept = await guest.call(GET, { path: berlin, headers })
  expect(Weather.parse(await kept.json()).freshness).toBe('cached')
  const ours = eq(breakers.service, 'weather')
  const [row] = await database.db.select().from(breakers).where(ours)
  expect(row?.failures).toBe(0)
})

test('the trace shows the call, both messages, and where it went', async () => {
  const guest = await TestCaller.make()
  const answer = await guest.call(GET, { path: berlin })
  const [, id = ''] = answer.headers.get('traceresponse')?.split('-') ?? []
  await spanStore().flush()
  const read = await guest.call(readTrace, { params: { traceId: id } })
  const { spans } = Trace.parse(await read.json())
  const sent = spans.find(({ name }) => name === 'GET /v1/forecast')
  expect(sent).toMatchObject({
    kind: 'client',
    attributes: {
      'server.address': '127.0.0.1',
      'http.response.status_code': 200,
    },
    code: { function: 'askInTime' },
    wire: {
      request: { body: null },
      response: { startLine: 'HTTP/1.1 200 OK', body: forecast() },
    },
  })
  expect(sent && placeOf(sent)).toBe('service')
  const step = spans.find(({ name }) => name === 'ask the weather service')
  expect(sent?.parentSpanId).toBe(step?.spanId)
})

test('a span of a call that a fault kept from leaving says so', async () => {
  const guest = await TestCaller.make()
  const headers = { baggage: 'fault.weather-down=1' }
  const answer = await guest.call(GET, { path: berlin, headers })
  const [, id = ''] = answer.headers.get('traceresponse')?.split('-') ?? []
  await spanStore().flush()
  const read = await guest.call(readTrace, { params: { traceId: id } })
  const { spans } = Trace.parse(await read.json())
  const cut = spans.filter(({ name }) => name === 'GET /v1/forecast')
  expect(cut).toHaveLength(2)
  expect(cut[0]?.attributes).toMatchObject({
    'fault.name': 'weather-down',
    'error.type': 'ECONNREFUSED',
  })
})

test('who asks too often is told so, and a forged token is not ignored', async () => {
  const { id } = await openSandbox(houseDatabase(), 'a flood', false)
  const guest = await TestCaller.of(id)
  for (let i = 0; i < 200; i++) await guest.call(GET, { path: pathTo('') })
  expect((await guest.call(GET, { path: berlin })).status).toBe(429)
  expect((await ask(berlin, { authorization: 'Bearer x' })).status).toBe(401)
})
