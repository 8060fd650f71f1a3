import { connect, createServer, type Server as Proxy } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { Trace, type Span, type WireMessage } from '../../contracts/trace'
import { freePort } from '@/server/http/testing-port.mjs'
import { House, type Server } from './server'

/** Everything that crosses the wire to a server, both ways, byte for byte. */
class Wire {
  readonly connections: { sent: string; received: string }[] = []
  readonly #proxy: Proxy

  constructor(to: () => number) {
    this.#proxy = createServer((client) => {
      const seen = { sent: '', received: '' }
      this.connections.push(seen)
      const server = connect(to(), '127.0.0.1')
      client.on('data', (bytes) => (seen.sent += bytes.toString('latin1')))
      server.on('data', (bytes) => (seen.received += bytes.toString('latin1')))
      client.pipe(server).pipe(client)
      for (const socket of [client, server]) socket.on('error', () => {})
    })
  }

  async listen(): Promise<number> {
    const port = await freePort()
    this.#proxy.listen(port, '127.0.0.1')
    await once(this.#proxy, 'listening')
    return port
  }

  close() {
    this.#proxy.close()
  }

  /** The heads of the exchange whose request began so. */
  exchange(start: string): { request: Head; response: Head } {
    const found = this.connections.find(({ sent }) => sent.startsWith(start))
    if (!found) throw new Error(`Nothing began with ${start}`)
    return { request: head(found.sent), response: head(found.received) }
  }
}

type Head = { startLine: string; headers: [string, string][] }

function head(text: string): Head {
  const [startLine = '', ...lines] = text
    .replace(/\r\n\r\n.*/s, '')
    .split('\r\n')
  return {
    startLine,
    headers: lines.map((line) => {
      const [, name = '', value = ''] = /^([^:]+): *(.*)$/.exec(line) ?? []
      return [name, value]
    }),
  }
}

/** The last four characters of a long secret may be shown, and its length. */
function masked(secret: string): string {
  const tail = secret.length >= 16 ? secret.slice(-4) : ''
  return `…${tail} (${secret.length} characters)`
}

/** What a span may say instead of a field's value, since it is a secret. */
function shown([name, value]: [string, string]): string {
  switch (name.toLowerCase()) {
    case 'authorization':
      return `Bearer ${masked(value.slice('Bearer '.length))}`
    case 'idempotency-key':
    case 'webhook-signature':
      return masked(value)
    case 'x-forwarded-for':
      return `… (${value.length} characters)`
    case 'set-cookie':
      return value.replace(/=([^;]+)/, (_, secret) => `=${masked(secret)}`)
    default:
      return value
  }
}

/** Every line of a head is in the span, in its place, secrets masked. */
function expectSame(message: WireMessage | undefined, crossed: Head) {
  expect(message?.startLine).toBe(crossed.startLine)
  expect(message?.headers).toEqual(
    crossed.headers.map((field) => [field[0], shown(field)]),
  )
}

let house: House
let wire: Wire
let server: Server
let port: number
test.beforeAll(async () => {
  house = new House()
  wire = new Wire(() => server.port)
  port = await wire.listen()
  // The server's own deliveries go through the same wire.
  server = await house.start({ PUBLIC_URL: `http://127.0.0.1:${port}` })
})
test.afterAll(async () => {
  wire.close()
  await house.close()
})

const body = JSON.stringify({
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
  note: 'Nö onions',
})

/** Sends an order as text, so that nobody adds a field; the whole answer. */
async function place(fields: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (bytes) => (answer += bytes.toString()))
  const head = [
    'POST /api/orders?from=terminal HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...fields,
    'Connection: close',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  await once(socket, 'close')
  return answer
}

async function traceOf(answer: string): Promise<Span[]> {
  const [, traceId] = /traceresponse: 00-(\w{32})/.exec(answer) ?? []
  const [, token] = /sandbox=([^;]+)/.exec(answer) ?? []
  for (let look = 0; look < 100; look++) {
    const reply = await fetch(`${server.url}/api/traces/${traceId}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    if (reply.ok) {
      const { spans } = Trace.parse(await reply.json())
      const isDelivered = spans.some(
        ({ kind, name, wire }) =>
          kind === 'client' && name.includes('webhooks') && wire?.response,
      )
      if (isDelivered) return spans
    }
    await sleep(100)
  }
  throw new Error('The order was not delivered')
}

test('an order’s messages are in its trace as they crossed, those fields too that Node and Next add', async () => {
  const answer = await place([
    'X-Twice: a',
    'Idempotency-Key: a-key-that-nobody-may-see',
    'x-twice: b',
    'X-Forwarded-For: 203.0.113.7',
    'X-Boh-Wire: 1',
    'Origin: http://127.0.0.1:' + port,
    'Sec-Fetch-Site: same-origin',
  ])
  expect(answer).toMatch(/^HTTP\/1\.1 201 Created/)
  const spans = await traceOf(answer)
  const { request, response } = wire.exchange('POST /api/orders')
  const span = spans.find(({ name }) => name === 'POST /api/orders')
  // What a client calls by our own names is masked as well.
  request.headers = request.headers.map(([name, value]) =>
    name === 'X-Boh-Wire' ? [name, '… (1 characters)'] : [name, value],
  )
  expectSame(span?.wire?.request, request)
  expectSame(span?.wire?.response, response)
  expect(span?.wire?.request?.body).toBe(body)
  expect(span?.wire?.request?.bodyBytes).toBe(Buffer.byteLength(body))
  expect(answer).toContain(span?.wire?.response?.body ?? 'no body')
  // None is unknowable, and those that only the server knows are among them.
  const names = span?.wire?.response?.headers.map(([name]) => name)
  expect(names).toEqual(
    expect.arrayContaining([
      'Content-Security-Policy',
      'Strict-Transport-Security',
      'Date',
      'Connection',
    ]),
  )
})

test('a webhook’s messages are the same on both sides of the wire', async () => {
  const answer = await place(['Idempotency-Key: another-key-of-an-order'])
  const spans = await traceOf(answer)
  const [delivery] = spans.filter(
    ({ name, kind }) => kind === 'client' && name.includes('webhooks'),
  )
  const [receipt] = spans.filter(
    ({ name, kind }) => kind === 'server' && name.includes('webhooks'),
  )
  const id = delivery?.wire?.request?.headers.find(
    ([name]) => name === 'webhook-id',
  )
  const crossed = wire.connections
    .flatMap(({ sent, received }) => exchangesOf(sent, received))
    .find(({ request }) =>
      request.headers.some(([, value]) => value === id?.[1]),
    )
  if (!crossed) throw new Error('The delivery did not cross')
  for (const span of [delivery, receipt]) {
    expectSame(span?.wire?.request, crossed.request)
    expectSame(span?.wire?.response, crossed.response)
  }
  expect(delivery?.wire?.request?.body).toBe(receipt?.wire?.request?.body)
})

/** A connection that is kept open carries one exchange after the other. */
function exchangesOf(sent: string, received: string) {
  const requests = sent.split(/(?=POST \/api\/webhooks)/)
  const responses = received.split(/(?=HTTP\/1\.1 )/)
  return requests.map((request, at) => ({
    request: head(request),
    response: head(responses[at] ?? ''),
  }))
}
