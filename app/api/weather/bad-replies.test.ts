import { gzipSync } from 'node:zlib'
import type { Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Problem } from '@/contracts/problem'
import { Weather } from '@/contracts/weather'
import { breakers, weather } from '@/db/schema/weather'
import type { TestDatabase } from '@/db/testing'
import { call, startTestBackend } from '@/server/http/testing'
import {
  answersWith,
  forecast,
  reply,
  TestProvider,
  askAt,
} from '@/server/weather/testing'
import { GET } from './route'

let database: TestDatabase
let provider: TestProvider
beforeAll(async () => {
  database = await startTestBackend()
  provider = await TestProvider.start()
})
afterAll(() => provider.stop())
beforeEach(async () => {
  askAt(`${provider.origin}/v1/forecast`)
  provider.calls.length = 0
  await database.db.delete(weather)
  await database.db.delete(breakers)
})

const ask = () =>
  call(GET, { path: '/api/weather?latitude=52.52&longitude=13.41' })

/** No answer, however it fails: soon, honest, and nothing of it kept. */
async function expectNothingBelieved(calls: number): Promise<void> {
  const began = performance.now()
  const answer = await ask()
  expect(performance.now() - began).toBeLessThan(2_500)
  expect(answer.status).toBe(503)
  const text = await answer.text()
  expect(Problem.parse(JSON.parse(text)).freshness).toBe('unknown')
  expect(text).not.toMatch(/script|ECONN|SyntaxError|evil/i)
  expect(provider.calls).toHaveLength(calls)
  expect(await database.db.select().from(weather)).toEqual([])
  const [row] = await database.db.select().from(breakers)
  expect(row?.failures).toBe(1)
}

const json = (body: unknown) => answersWith(JSON.stringify(body))
const raw = (text: string) => (socket: Socket) => void socket.end(text)
const chunked =
  'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n'

const once = {
  'an empty body': answersWith(''),
  'half of a body': answersWith(forecast().slice(0, 200)),
  'a body that is not JSON': answersWith('weather: fine'),
  'HTML with a script, called JSON': answersWith('<script>alert(1)</script>'),
  'HTML that says what it is': answersWith('<p>502</p>', { type: 'text/html' }),
  'JSON that does not say what it is': answersWith(forecast(), {
    type: 'text/plain',
  }),
  'a type that only begins like JSON': answersWith(forecast(), {
    type: 'application/json-seq',
  }),
  null: json(null),
  'a list': json([JSON.parse(forecast())]),
  'a text': json(forecast()),
  'no current weather': json({ latitude: 1 }),
  'current weather that is a list': json({ current: [1, 2, 3] }),
  'a text for a number': answersWith(forecast({ temperature_2m: '3.4' })),
  'NaN as a text': answersWith(forecast({ temperature_2m: 'NaN' })),
  'NaN as it stands': answersWith(forecast().replace(':3.4,', ':NaN,')),
  'a number without end': answersWith(forecast().replace(':3.4,', ':1e999,')),
  'null for a number': answersWith(forecast({ precipitation: null })),
  'true for a number': answersWith(forecast({ wind_speed_10m: true })),
  'an object for a number': answersWith(forecast({ weather_code: {} })),
  'a missing number': answersWith(forecast({ precipitation: undefined })),
  'hotter than the Earth': answersWith(forecast({ temperature_2m: 5_000 })),
  'rain that falls upwards': answersWith(forecast({ precipitation: -1 })),
  'a code that is none': answersWith(forecast({ weather_code: 30 })),
  'half a code': answersWith(forecast({ weather_code: 61.5 })),
  'a time before all time': answersWith(forecast({ time: -1 })),
  'a time beyond dates': answersWith(forecast({ time: 9e15 })),
  'degrees of another scale': answersWith(forecast().replace('°C', '°F')),
  'a prototype in place of a value': answersWith(
    '{"__proto__":{"current":{"temperature_2m":3}}}',
  ),
  'a prototype within': answersWith(
    '{"current":{"__proto__":{"time":1,"temperature_2m":3,"precipitation":0,"weather_code":0,"wind_speed_10m":1}}}',
  ),
  'a constructor': answersWith('{"constructor":{"prototype":{"current":1}}}'),
  'an error that says so': answersWith('{"error":true,"reason":"evil"}', {
    status: '400 Bad Request',
  }),
  'a right body with a wrong status': answersWith(forecast(), {
    status: '404 Not Found',
  }),
  'too many requests': answersWith('{}', { status: '429 Too Many Requests' }),
  'a body that is packed': answersWith(gzipSync(forecast()), {
    more: 'Content-Encoding: gzip\r\n',
  }),
  'a bomb of zeros': answersWith(gzipSync(Buffer.alloc(50_000_000)), {
    more: 'Content-Encoding: gzip\r\n',
  }),
  'a body that is too long': answersWith(
    `${forecast().slice(0, -1)},"more":"${'x'.repeat(100_000)}"}`,
  ),
  'nesting without end': answersWith('['.repeat(15_000)),
}

test.each(Object.entries(once))('%s is no weather', async (_, answer) => {
  provider.answer = answer
  await expectNothingBelieved(1)
})

/** What breaks the line is tried a second time. */
const twice = {
  'no HTTP at all': raw('SSH-2.0-OpenSSH_9.6\r\n'),
  'a head without an end': raw(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(40_000)}`),
  'broken chunks': raw(`${chunked}zz\r\nnot a length\r\n0\r\n\r\n`),
  'chunks that break off': raw(`${chunked}ff\r\n{"current":`),
  'two lengths': raw(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\nContent-Length: 900\r\n\r\n{}`,
  ),
  'less than was promised': raw(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n${forecast().slice(0, 40)}`,
  ),
}

test.each(Object.entries(twice))('%s is no weather', async (_, answer) => {
  provider.answer = answer
  await expectNothingBelieved(2)
})

test.each(['301 Moved Permanently', '302 Found', '307 Temporary Redirect'])(
  'a redirect (%s) is not followed',
  async (status) => {
    const elsewhere = await startElsewhere()
    const more = `Location: ${elsewhere.origin}/latest/meta-data\r\n`
    provider.answer = answersWith(forecast(), { status, more })
    await expectNothingBelieved(1)
    expect(elsewhere.calls).toEqual([])
    await elsewhere.stop()
  },
)

async function startElsewhere(): Promise<TestProvider> {
  const elsewhere = await TestProvider.start()
  askAt(`${provider.origin}/v1/forecast`)
  return elsewhere
}

/** What takes too long is given up at the time limit, and its line is closed. */
const slow = {
  'an answer that never begins': () => undefined,
  'a head that never ends': (socket: Socket) =>
    void socket.write('HTTP/1.1 200 OK\r\nContent-'),
  'a body that never comes': (socket: Socket) => void socket.write(chunked),
  'a body in drops': (socket: Socket) => {
    socket.write(chunked)
    drip(socket, () => '1\r\n \r\n')
  },
  'a status that is only said to be coming': (socket: Socket) =>
    drip(socket, () => 'HTTP/1.1 102 Processing\r\n\r\n'),
}

function drip(socket: Socket, next: () => string): void {
  const timer = setInterval(() => socket.write(next()), 20)
  socket.on('close', () => clearInterval(timer))
}

test.each(Object.entries(slow))(
  '%s is given up in time, and once',
  async (_, answer) => {
    provider.answer = answer
    await expectNothingBelieved(1)
    await expect.poll(() => provider.open).toBe(0)
  },
)

test('of a body without end only the beginning is read, and its line is closed', async () => {
  let written = 0
  provider.answer = (socket) => {
    socket.write(chunked)
    const block = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const pour = () => {
      if (socket.destroyed) return
      written += block.length
      if (socket.write(block)) setImmediate(pour)
      else socket.once('drain', pour)
    }
    pour()
  }
  await expectNothingBelieved(1)
  await expect.poll(() => provider.open).toBe(0)
  expect(written).toBeLessThan(50_000_000)
})

test('what else a reply brings along gets no further', async () => {
  const body = JSON.parse(forecast())
  Object.assign(body, { reason: '<script>', extra: { admin: true } })
  Object.assign(body.current, { is_day: '<img onerror>', toString: 'x' })
  provider.answer = (socket) =>
    void socket.end(
      reply(JSON.stringify(body), { more: 'Set-Cookie: a=b\r\nX-Evil: 1\r\n' }),
    )
  const answer = await ask()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('set-cookie')).toBeNull()
  const text = await answer.text()
  expect(text).not.toMatch(/script|img|admin/)
  Weather.parse(JSON.parse(text))
})

test('an old weather is told instead of a bad new one', async () => {
  provider.answer = answersWith(forecast({ temperature_2m: 7 }))
  await ask()
  await database.client.execute(
    'update weather set fetched_at = fetched_at - 3600000',
  )
  provider.answer = answersWith(forecast({ temperature_2m: 'NaN' }))
  const told = Weather.parse(await (await ask()).json())
  expect(told).toMatchObject({ temperatureC: 7, freshness: 'stale' })
})
