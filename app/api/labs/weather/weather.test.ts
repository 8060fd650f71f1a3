import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Trace } from '@/contracts/trace'
import { WeatherRun, type WeatherTrial } from '@/contracts/weather-lab'
import { slowMs } from '@/contracts/weather-lab-choices'
import { breakers, weather } from '@/db/schema/weather'
import type { TestDatabase } from '@/db/testing'
import { env } from '@/env'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { readObservation } from '@/server/weather/read-observation'
import { spanStore } from '@/tracing/span-store'
import { GET as readTrace } from '../../traces/[traceId]/route'
import { GET as provider } from './provider/route'
import { POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_LABS_PER_MINUTE'] = '12'
})

let database: TestDatabase
let server: Server
/** Serves the lab's own service over real HTTP, as the site does. */
beforeAll(async () => {
  database = await startTestBackend()
  server = createServer(async (request, response) => {
    const headers = request.headers as Record<string, string>
    const reply = await call(provider, { path: request.url ?? '/', headers })
    response.writeHead(reply.status, Object.fromEntries(reply.headers))
    response.end(await reply.text())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('none')
  const mutable: { publicUrl: string } = env
  mutable.publicUrl = `http://127.0.0.1:${address.port}`
})
afterAll(() => new Promise((done) => server.close(done)))

const off = { timeLimit: false, retry: false, cache: false, breaker: false }
const on = { timeLimit: true, retry: true, cache: true, breaker: true }

async function run(body: WeatherTrial, guest?: TestCaller) {
  const caller = guest ?? (await TestCaller.make())
  const path = '/api/labs/weather'
  const reply = await caller.call(POST, { method: 'POST', path, body })
  expect(reply.status).toBe(200)
  const { looks } = WeatherRun.parse(await reply.json())
  const [, traceId = ''] = reply.headers.get('traceresponse')?.split('-') ?? []
  return {
    traceId,
    calls: looks.map(({ calls }) => calls),
    seen: looks.map((look) => look.weather?.freshness ?? 'none'),
    tookMs: looks.map(({ tookMs }) => tookMs),
  }
}

test('a service that is well is asked once where answers are kept, else by every guest', async () => {
  const kept = await run({ behaviour: 'well', ...on })
  expect(kept.seen).toEqual(['fresh', ...Array(4).fill('cached')])
  expect(kept.calls).toEqual([1, 0, 0, 0, 0])
  const asked = await run({ behaviour: 'well', ...off })
  expect(asked.seen).toEqual(Array(5).fill('fresh'))
  expect(asked.calls).toEqual([1, 1, 1, 1, 1])
})

test('while a service is down, guests see what is an hour old, and soon nobody asks', async () => {
  const guarded = await run({ behaviour: 'down', ...on })
  expect(guarded.seen).toEqual(Array(5).fill('stale'))
  expect(guarded.calls).toEqual([2, 2, 2, 0, 0])
  const open = await run({ behaviour: 'down', ...off })
  expect(open.seen).toEqual(Array(5).fill('none'))
  expect(open.calls).toEqual([1, 1, 1, 1, 1])
})

test('a slow service makes everybody wait, unless there is a limit', async () => {
  const limited = await run({ behaviour: 'slow', ...on })
  expect(Math.max(...limited.tookMs)).toBeLessThan(slowMs)
  expect(limited.calls).toEqual([1, 1, 1, 0, 0])
  expect(limited.seen).toEqual(Array(5).fill('stale'))
  const waiting = await run({ behaviour: 'slow', ...off })
  expect(Math.min(...waiting.tookMs)).toBeGreaterThanOrEqual(slowMs - 5)
  expect(waiting.seen).toEqual(Array(5).fill('fresh'))
})

test('a second try makes up for a service that stumbles', async () => {
  const once = await run({ behaviour: 'stumbling', ...off })
  expect(once.seen).toEqual(['none', 'fresh', 'none', 'fresh', 'none'])
  const twice = await run({ behaviour: 'stumbling', ...off, retry: true })
  expect(twice.seen).toEqual(Array(5).fill('fresh'))
})

test('half a reply is no weather, and is not asked for again', async () => {
  const half = await run({ behaviour: 'broken', ...off, retry: true })
  expect(half.seen).toEqual(Array(5).fill('none'))
  expect(half.calls).toEqual([1, 1, 1, 1, 1])
})

test('nothing of a run reaches what all visitors share', async () => {
  expect(await database.db.select().from(weather)).toEqual([])
  expect(await database.db.select().from(breakers)).toEqual([])
})

test('the trace shows each guest, each call and the service behind it, without its key', async () => {
  const guest = await TestCaller.make()
  const { traceId } = await run({ behaviour: 'down', ...on }, guest)
  await spanStore().flush()
  const read = await guest.call(readTrace, { params: { traceId } })
  const text = await read.text()
  const { spans } = Trace.parse(JSON.parse(text))
  const named = (name: string) => spans.filter((span) => span.name === name)
  expect(named('a guest looks at the weather')).toHaveLength(5)
  const sent = named('GET /api/labs/weather/provider')
  expect(sent).toHaveLength(6)
  expect(sent[0]?.wire?.response?.body).toContain('being repaired')
  expect(text).toMatch(/"authorization","Bearer …\w* ?\(/)
})

test('the lab’s own service answers whoever has its key, and nobody else', async () => {
  const path = '/api/labs/weather/provider?latitude=1&longitude=1'
  const guest = await TestCaller.make()
  for (const authorization of ['', 'Bearer x', `Bearer ${guest.token}`]) {
    const refused = await call(provider, { path, headers: { authorization } })
    expect(refused.status).toBe(401)
  }
})

test('what it says when it is well is a weather', async () => {
  const { providerKey } = await import('@/labs/weather/server/own-service')
  const headers = { authorization: `Bearer ${providerKey()}` }
  const path = '/api/labs/weather/provider?latitude=52.5&longitude=13.5'
  const reply = await call(provider, { path, headers })
  const body = await reply.text()
  const type: [string, string] = ['Content-Type', 'application/json']
  const answer = { status: reply.status, headers: [type], body }
  expect(readObservation(answer)).toMatchObject({ sky: 'rain' })
})

test('an experiment that is none, and one too many, are refused', async () => {
  const guest = await TestCaller.make()
  const ask = (body: unknown) =>
    guest.call(POST, { method: 'POST', path: '/api/labs/weather', body })
  expect((await ask({ behaviour: 'evil', ...on })).status).toBe(422)
  expect((await ask({ behaviour: 'well' })).status).toBe(422)
  for (let i = 0; i < 10; i++) await ask({})
  expect((await ask({ behaviour: 'well', ...on })).status).toBe(429)
})
