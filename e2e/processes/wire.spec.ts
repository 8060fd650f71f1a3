import { expect, test } from '@playwright/test'
import { once } from 'node:events'
import { connect } from 'node:net'
import { Guest, House, type Server } from './server'

let house: House
let server: Server
test.beforeAll(async () => {
  house = new House()
  server = await house.start({ LIMIT_SANDBOXES_PER_MINUTE: '40' })
})
test.afterAll(() => house.close())

/** Sends bytes as they are; everything that comes back until the end, or a while. */
async function raw(
  bytes: string | Buffer,
  patienceMs = 3_000,
): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString('latin1')))
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(bytes)
  const timer = setTimeout(() => socket.destroy(), patienceMs)
  await once(socket, 'close')
  clearTimeout(timer)
  return text
}

const host = () => `Host: 127.0.0.1:${server.port}\r\n`
const statusOf = (text: string) =>
  Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1])

/** Each reply carries the security headers and is a problem, not a page. */
function expectProblem(text: string, status: number) {
  expect(statusOf(text)).toBe(status)
  expect(text).toMatch(/^content-type: application\/problem\+json/im)
  expect(text).toMatch(/^x-content-type-options: nosniff/im)
  expect(text).not.toMatch(/^x-powered-by/im)
  expect(text).not.toContain('<html')
}

const malformed: [string, () => string, number][] = [
  ['garbage', () => 'what is this\r\n\r\n', 400],
  ['no version', () => 'GET /\r\n\r\n', 400],
  ['a version of the future', () => `GET / HTTP/9.9\r\n${host()}\r\n`, 400],
  [
    'no host',
    () => 'GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n',
    400,
  ],
  [
    'two hosts',
    () =>
      `GET /api/health HTTP/1.1\r\n${host()}Host: evil.example\r\nConnection: close\r\n\r\n`,
    400,
  ],
  [
    'a space before the colon',
    () => `GET / HTTP/1.1\r\n${host()}X : y\r\n\r\n`,
    400,
  ],
  [
    'two lengths',
    () =>
      `POST /api/orders HTTP/1.1\r\n${host()}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    400,
  ],
  [
    'a length and chunks',
    () =>
      `POST /api/orders HTTP/1.1\r\n${host()}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  [
    'a negative length',
    () => `POST /api/orders HTTP/1.1\r\n${host()}Content-Length: -1\r\n\r\n`,
    400,
  ],
  [
    'a header of 100 kB',
    () => `GET / HTTP/1.1\r\n${host()}X: ${'y'.repeat(100_000)}\r\n\r\n`,
    431,
  ],
]
for (const [name, request, status] of malformed)
  test(`a request with ${name} is ${status}`, async () => {
    expectProblem(await raw(request()), status)
  })

test('TRACE is refused everywhere, and nothing of the request comes back', async () => {
  for (const path of ['/', '/api/orders', '/api/health', '/learn/servers']) {
    const text = await raw(
      `TRACE ${path} HTTP/1.1\r\n${host()}X-Secret: abc123\r\nConnection: close\r\n\r\n`,
    )
    expectProblem(text, 405)
    expect(text).toMatch(/^allow: /im)
    expect(text).not.toContain('abc123')
  }
})

test('what is refused or tidied at an address has the policy of that address', async () => {
  const policyOf = (text: string) =>
    /^content-security-policy: (.*)$/im.exec(text)?.[1]
  const ask = (line: string) =>
    raw(`${line} HTTP/1.1\r\n${host()}Connection: close\r\n\r\n`)
  const page = policyOf(await ask('GET /api/health'))
  expect(page).toContain("worker-src 'self'")
  for (const line of ['TRACE /', 'GET //plateful', 'BREW /api/orders'])
    expect(policyOf(await ask(line)), line).toBe(page)
  expect(policyOf(await ask('TRACE /postgres/thread.js'))).toContain(
    "'wasm-unsafe-eval'",
  )
})

test('a tunnel is refused', async () => {
  expectProblem(
    await raw(`CONNECT evil.example:443 HTTP/1.1\r\n${host()}\r\n`),
    405,
  )
})

const stranger = (headers: Record<string, string>) =>
  fetch(`${server.url}/api/sandboxes`, { method: 'POST', headers })

test('the address of a caller is the socket’s, whatever the headers say', async () => {
  let opened = 0
  let refused: Response | undefined
  for (let at = 0; at < 60 && !refused; at++) {
    const forged = `203.0.113.${at}`
    const reply = await stranger({
      'x-boh-peer': forged,
      'x-forwarded-for': forged,
      'x-real-ip': forged,
      'x-vercel-forwarded-for': forged,
      forwarded: `for=${forged}`,
    })
    if (reply.status === 201) opened += 1
    else refused = reply
  }
  expect(refused?.status).toBe(429)
  expect(opened).toBeLessThanOrEqual(40)
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
})

test.describe('large and slow bodies', () => {
  let guest: Guest
  test.beforeAll(async () => {
    const other = await house.start({ PUBLIC_URL: server.url })
    guest = await Guest.make(other)
    await other.stop()
  })
  const head = (guest: Guest, more: string) =>
    `POST /api/orders HTTP/1.1\r\n${host()}Authorization: ${guest.authorization}\r\nContent-Type: application/json\r\n${more}\r\n`

  test('a body that says it has a gigabyte is 413 before it comes', async () => {
    const text = await raw(
      head(guest, 'Content-Length: 1000000000\r\nConnection: close\r\n'),
    )
    expect(statusOf(text)).toBe(413)
  })

  test('a body in chunks without end is 413', async () => {
    const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`
    const text = await raw(
      head(guest, 'Transfer-Encoding: chunked\r\nConnection: close\r\n') +
        chunk.repeat(8),
    )
    expect(statusOf(text)).toBe(413)
  })

  test('after a refused large body the server goes on', async () => {
    for (let at = 0; at < 5; at++)
      await raw(
        head(guest, 'Content-Length: 1000000\r\nConnection: close\r\n') +
          'x'.repeat(200_000),
      )
    expect((await guest.place(server)).status).toBe(201)
  })

  test('a body that never comes is given up within half a minute, and holds nobody up', async () => {
    const began = Date.now()
    const slow = raw(head(guest, 'Content-Length: 50\r\n') + '{', 40_000)
    expect((await guest.place(server)).status).toBe(201)
    const text = await slow
    expect(Date.now() - began).toBeLessThan(32_000)
    expect([408, 400]).toContain(statusOf(text))
  })

  test('headers that never end are given up within a quarter of a minute', async () => {
    const began = Date.now()
    await raw(`GET /api/health HTTP/1.1\r\n${host()}X-Slow: `, 30_000)
    expect(Date.now() - began).toBeLessThan(15_000)
  })
})

test('HEAD over the wire has the headers and no body; OPTIONS names the methods', async () => {
  const head = await raw(
    `HEAD /api/restaurants HTTP/1.1\r\n${host()}Connection: close\r\n\r\n`,
  )
  expect(statusOf(head)).toBe(200)
  expect(head.split('\r\n\r\n')[1]).toBe('')
  const options = await fetch(`${server.url}/api/orders`, { method: 'OPTIONS' })
  expect([options.status, options.headers.get('allow')]).toEqual([
    204,
    'GET, HEAD, POST, OPTIONS',
  ])
})

test('an unknown path under /api is a problem document, with every method', async () => {
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    const reply = await fetch(`${server.url}/api/nothing/here`, { method })
    expect([method, reply.status]).toEqual([method, 404])
    expect(reply.headers.get('content-type')).toContain(
      'application/problem+json',
    )
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  }
})
