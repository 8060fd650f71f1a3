import { beforeAll, expect, test, vi } from 'vitest'
import { OtlpExport } from '@/contracts/otlp'
import { Problem } from '@/contracts/problem'
import { publicCopyOf, sharedSandbox } from '@/contracts/public-copy'
import { Share, SharedTrace } from '@/contracts/shared-trace'
import { Trace } from '@/contracts/trace'
import type { TestDatabase } from '@/db/testing'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { houseDatabase } from '@/server/http/visit'
import { startOver, sweepSandboxes } from '@/server/sandbox/sandboxes'
import { POST as placeOrder } from '../orders/route'
import { GET as getTrace } from '../traces/[traceId]/route'
import { POST as share } from '../traces/[traceId]/share/route'
import { DELETE, GET } from './[id]/route'

vi.hoisted(() => {
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
  process.env['LIMIT_SHARES_PER_MINUTE'] = '6'
  process.env['QUOTA_SHARES'] = '5'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const note = '</script><img src=x onerror=alert(1)> 楽しみ'
const ownMachine = { 'user-agent': 'Garden/7.1', 'accept-language': 'rm-CH' }

async function orderOf(guest: TestCaller): Promise<string> {
  const reply = await guest.call(placeOrder, {
    method: 'POST',
    path: '/api/orders',
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
      note,
    },
    headers: { 'idempotency-key': 'a-key-that-is-a-secret', ...ownMachine },
  })
  expect(reply.status).toBe(201)
  return reply.headers.get('traceresponse')?.split('-')[1] ?? ''
}

const send = (guest: TestCaller, traceId: string) =>
  guest.call(share, {
    method: 'POST',
    path: `/api/traces/${traceId}/share`,
    params: { traceId },
  })

async function shared(guest: TestCaller, traceId: string): Promise<string> {
  const reply = await send(guest, traceId)
  expect(reply.status).toBe(201)
  return Share.parse(await reply.json()).id
}

const read = (id: string, query = '', rest = {}) =>
  call(GET, { path: `/api/shared/${id}${query}`, params: { id }, ...rest })

const takeBack = (guest: TestCaller, id: string) =>
  guest.call(DELETE, {
    method: 'DELETE',
    path: `/api/shared/${id}`,
    params: { id },
  })

const copies = async () => {
  const { rows } = await database.client.execute(
    'select count(*) as n from shared_traces',
  )
  return Number(rows[0]?.['n'])
}

test('a stranger reads what was shared, and nothing is made for them', async () => {
  const guest = await TestCaller.make()
  const traceId = await orderOf(guest)
  const made = await send(guest, traceId)
  const { id, url } = Share.parse(await made.json())
  expect(id).toMatch(/^shr_[0-9a-f]{32}$/)
  expect(url).toBe(`http://127.0.0.1:3000/shared/${id}`)
  expect(made.headers.get('location')).toBe(`/api/shared/${id}`)

  const reply = await read(id)
  expect(reply.status).toBe(200)
  expect(reply.headers.get('x-robots-tag')).toBe('noindex, nofollow')
  expect(reply.headers.get('set-cookie')).toBeNull()
  const copy = SharedTrace.parse(await reply.json())
  const own = Trace.parse(
    await (await guest.call(getTrace, { params: { traceId } })).json(),
  )
  expect(copy.spans.length).toBe(own.spans.length)
  expect(Trace.parse(publicCopyOf(own, guest.sandboxId)).spans).toEqual(
    copy.spans,
  )

  const tag = reply.headers.get('etag') ?? ''
  const again = await read(id, '', { headers: { 'if-none-match': tag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const otlp = await read(id, '?format=otlp')
  expect(OtlpExport.safeParse(await otlp.json()).success).toBe(true)
  expect((await read(id, '?format=xml')).status).toBe(400)
})

test('a copy names no sandbox, no secret and no browser, and tells all the rest', async () => {
  const guest = await TestCaller.make()
  const id = await shared(guest, await orderOf(guest))
  const text = await (await read(id)).text()
  for (const secret of [
    guest.sandboxId,
    guest.sandboxId.slice(4),
    guest.token,
    ...guest.token.split('.').filter((part) => part.length > 12),
    'a-key-that-is-a-secret',
    ...Object.values(ownMachine),
  ])
    expect(text).not.toContain(secret)
  expect(text).toContain(sharedSandbox)
  expect(text).toContain('onerror=alert(1)> 楽しみ')
})

test('it stays when the sandbox is emptied, expires and is cleared', async () => {
  const guest = await TestCaller.make()
  const id = await shared(guest, await orderOf(guest))
  await startOver(houseDatabase(), guest.sandboxId)
  expect((await read(id)).status).toBe(200)

  await database.client.execute({
    sql: 'update sandboxes set expires_at = 1 where id = ?',
    args: [guest.sandboxId],
  })
  while ((await sweepSandboxes(houseDatabase(), Date.now())) > 0);
  const gone = await guest.call(getTrace, { params: { traceId: '1' } })
  expect(gone.status).toBe(401)
  expect((await read(id)).status).toBe(200)
  // Whoever still holds the token of that sandbox is still the owner.
  expect((await takeBack(guest, id)).status).toBe(204)
})

test('its owner takes it back, a stranger is told that there is none', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  const id = await shared(guest, await orderOf(guest))
  const refused = await takeBack(other, id)
  expect(refused.status).toBe(404)
  const made = await takeBack(other, `shr_${'0'.repeat(32)}`)
  const {
    traceId: _,
    instance: __,
    ...told
  } = Problem.parse(await refused.json())
  expect(Problem.parse(await made.json())).toMatchObject(told)
  expect((await read(id)).status).toBe(200)

  expect((await takeBack(guest, id)).status).toBe(204)
  expect((await read(id)).status).toBe(404)
  expect((await takeBack(guest, id)).status).toBe(404)
})

test('nobody shares what is not theirs', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  const traceId = await orderOf(guest)
  const before = await copies()
  expect((await send(other, traceId)).status).toBe(404)
  expect((await send(guest, 'f'.repeat(32))).status).toBe(404)
  const bare = await call(share, { method: 'POST', params: { traceId } })
  expect(bare.status).toBe(404)
  expect(await copies()).toBe(before)
})

test('a sandbox shares so many and no more, and not too fast', async () => {
  const guest = await TestCaller.make()
  const traceId = await orderOf(guest)
  const twins = await Promise.all(
    Array.from({ length: 6 }, () => send(guest, traceId)),
  )
  const statuses = twins.map(({ status }) => status).sort()
  expect(statuses).toEqual([201, 201, 201, 201, 201, 403])
  const late = await send(guest, traceId)
  expect(late.status).toBe(429)
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('what nobody looks at is cleared, a look keeps it for as long again', async () => {
  const guest = await TestCaller.make()
  const traceId = await orderOf(guest)
  const [seen, unseen] = [
    await shared(guest, traceId),
    await shared(guest, traceId),
  ]
  const now = Date.now()
  const dayMs = 24 * 60 * 60 * 1000
  await database.client.execute({
    sql: 'update shared_traces set seen_at = ? where id in (?, ?)',
    args: [now - 89 * dayMs, seen, unseen],
  })
  expect((await read(seen)).status).toBe(200)
  await sweepSandboxes(houseDatabase(), now + 2 * dayMs)
  expect((await read(seen)).status).toBe(200)
  expect((await read(unseen)).status).toBe(404)
})
