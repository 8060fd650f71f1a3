import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { RawExchange } from '@/contracts/raw-request'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'

let server: Server
let POST: typeof import('./route').POST
/** What the server at the other end of the connection was sent. */
let heard: { request: string; body: string }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      const { method, url, headers, rawHeaders } = request
      heard.push({ request: `${method} ${url} ${rawHeaders.join(' ')}`, body })
      const echoed = headers.authorization ?? headers.cookie ?? ''
      response.setHeader('Set-Cookie', echoed)
      response.end(url === '/long' ? 'x'.repeat(100_000) : `heard ${body}`)
    })
  })
  await new Promise<void>((listening) =>
    server.listen(0, '127.0.0.1', listening),
  )
  const { port } = server.address() as AddressInfo
  vi.stubEnv('PORT', String(port))
  vi.stubEnv('TRUSTED_ADDRESS_HEADER', 'X-Real-IP')
  vi.resetModules()
  ;({ POST } = await import('./route'))
  await startTestBackend()
})
afterEach(() => {
  vi.useRealTimers()
  heard = []
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const message = (...lines: string[]) => lines.join('\r\n')

async function send(text: string, caller?: TestCaller) {
  const guest = caller ?? (await TestCaller.make())
  const reply = await guest.call(POST, { method: 'POST', body: { text } })
  expect(reply.status).toBe(200)
  return RawExchange.parse(await reply.json())
}

test('bytes are written as they are, and what comes back is told byte by byte', async () => {
  const text = message('GET /soup HTTP/1.1', 'host: x', 'X-oDD:  two  ', '', '')
  const exchange = await send(text)
  expect(exchange.sent).toBe(text)
  expect(exchange.received).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\n/)
  expect(exchange.ending).toBe('answered')
  expect(exchange.firstByteMs).toBeGreaterThan(0)
  expect(heard[0]?.request).toContain('X-oDD two')
})

test('a letter that is two bytes is told as two', async () => {
  const { sent } = await send(
    message('POST / HTTP/1.1', 'Host: x', 'Content-Length: 2', '', 'é'),
  )
  expect(sent.endsWith('\r\n\r\n\u00c3\u00a9')).toBe(true)
  expect(heard[0]?.body).toBe('é')
})

test('blanks are filled in, and no token is told', async () => {
  const exchange = await send(
    message(
      'POST / HTTP/1.1',
      'Host: x',
      'Cookie: {your cookie}',
      'Authorization: Bearer {your token}',
      'X-Long: {300 letters}',
      'Content-Length: {body length}',
      '',
      '{"note":"é"}',
    ),
  )
  const [{ request, body } = { request: '', body: '' }] = heard
  expect(request).toMatch(/Cookie sandbox=eyJ[\w-]+\.[\w-]+\.[\w-]+/)
  expect(request).toMatch(/Authorization Bearer eyJ/)
  expect(request).toContain(`X-Long ${'a'.repeat(300)}`)
  expect(request).toContain('Content-Length 13')
  expect(body).toBe('{"note":"é"}')
  for (const side of [exchange.sent, exchange.received]) {
    expect(side).not.toContain('eyJ')
    expect(side).toMatch(/Bearer \*{100,}/)
  }
})

test('bytes that are no request get the answer of the server', async () => {
  const { received, ending } = await send('How is the soup today?\r\n\r\n')
  expect(received).toMatch(/^HTTP\/1\.1 400 Bad Request/)
  expect(ending).toBe('closed')
})

test('a body that is shorter than promised is waited for, but not for ever', async () => {
  const { received, ending, firstByteMs } = await send(
    message('POST / HTTP/1.1', 'Host: x', 'Content-Length: 9', '', 'soup'),
  )
  expect({ received, ending, firstByteMs }).toEqual({
    received: '',
    ending: 'silent',
    firstByteMs: null,
  })
})

test('a second request in the same bytes is answered as well', async () => {
  const ask = message('GET /twice HTTP/1.1', 'Host: x', '', '')
  const { received, ending } = await send(ask + ask)
  expect(received.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2)
  expect(ending).toBe('answered')
})

test('more than 64 KB is not read', async () => {
  const exchange = await send(message('GET /long HTTP/1.1', 'Host: x', '', ''))
  expect(exchange.received).toHaveLength(64 * 1024)
  expect(exchange.ending).toBe('too-long')
})

test('what goes in a circle, speaks for a proxy, or is too long is refused', async () => {
  const guest = await TestCaller.make()
  for (const text of [
    'POST /api/labs/raw-request HTTP/1.1\r\n\r\n',
    'POST /api/labs/%72aw-requesT HTTP/1.1\r\n\r\n',
    'POST /api/labs/./raw-request HTTP/1.1\r\n\r\n',
    'POST /api/labs/x/..\\raw-request HTTP/1.1\r\n\r\n',
    'POST http://own/api/labs/%2e/raw-request?x HTTP/1.1\r\n\r\n',
    'POST /api/labs//raw-request HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.1\r\nx-real-IP: 192.0.2.1\r\n\r\n',
    'GET / HTTP/1.1\nX-Real-IP: 192.0.2.1\n\n',
    'X: {20000 letters}{20000 letters}',
    '',
    'x'.repeat(8 * 1024 + 1),
  ]) {
    const reply = await guest.call(POST, { method: 'POST', body: { text } })
    expect(reply.status, text.slice(0, 40)).toBe(422)
  }
  expect(heard).toEqual([])
})

test('two connections are open at a time, and no more', async () => {
  const guest = await TestCaller.make()
  const sockets: Socket[] = []
  const arrived = new Promise<void>((both) => {
    server.on('connection', (socket) => {
      if (sockets.push(socket) === 2) both()
    })
  })
  const text = message(
    'POST / HTTP/1.1',
    'Host: x',
    'Content-Length: 9',
    '',
    '',
  )
  const waiting = [send(text, guest), send(text, guest)]
  await arrived
  const third = await guest.call(POST, { method: 'POST', body: { text } })
  expect(third.status).toBe(503)
  expect(third.headers.get('retry-after')).toBe('2')
  for (const socket of sockets) socket.destroy()
  for (const exchange of await Promise.all(waiting))
    expect(exchange.ending).toBe('closed')
  expect((await send('GET / HTTP/1.0\r\n\r\n', guest)).received).toContain(
    '200',
  )
})

test('nobody sends with a token that is not one of ours, or too often', async () => {
  const text = 'GET / HTTP/1.0\r\n\r\n'
  const forged = await call(POST, {
    method: 'POST',
    body: { text },
    headers: { authorization: 'Bearer made.up.token' },
  })
  expect(forged.status).toBe(401)
  const guest = await TestCaller.make()
  const statuses = new Set<number>()
  // A slow machine would be granted one more each second.
  vi.useFakeTimers({ toFake: ['Date'] })
  for (let asked = 0; asked < 61; asked++) {
    const reply = await guest.call(POST, { method: 'POST', body: { text: '' } })
    statuses.add(reply.status)
  }
  expect([...statuses].sort()).toEqual([422, 429])
})
