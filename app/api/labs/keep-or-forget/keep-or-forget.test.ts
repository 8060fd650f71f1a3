import { beforeAll, expect, test } from 'vitest'
import { Memory } from '@/contracts/keep-or-forget'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { DELETE, GET, PATCH, POST } from './route'

beforeAll(async () => {
  await startTestBackend()
})

const path = '/api/labs/keep-or-forget'

async function tell(guest: TestCaller, name: string, server = 'A') {
  const body = { name, server }
  const reply = await guest.call(POST, { method: 'POST', path, body })
  expect(reply.status).toBe(200)
  const [cookie = ''] = reply.headers.get('set-cookie')?.split(';') ?? []
  return { cookie, memory: Memory.parse(await reply.json()) }
}

/** Asked without a guest: as somebody who has only the address. */
async function ask(
  guest: TestCaller | null,
  room: string,
  server = 'A',
  cookie = '',
) {
  const headers: Record<string, string> = cookie ? { cookie } : {}
  const asked = { path: `${path}?server=${server}&room=${room}`, headers }
  const reply = await (guest ? guest.call(GET, asked) : call(GET, asked))
  expect(reply.status).toBe(200)
  const {
    variable,
    cookie: carried,
    row,
    ...rest
  } = Memory.parse(await reply.json())
  return { known: [variable, carried, row], ...rest }
}

const restart = async (guest: TestCaller, server = 'A') => {
  const sent = { method: 'PATCH', path, body: { server } }
  expect((await guest.call(PATCH, sent)).status).toBe(204)
}

test('a name is kept in three places, and asked with its cookies the server knows it from each', async () => {
  const guest = await TestCaller.make()
  const { cookie, memory } = await tell(guest, 'Ada')
  const { room, thread } = memory
  expect(memory).toMatchObject({ variable: 'Ada', cookie: 'Ada', row: 'Ada' })
  const asked = await ask(guest, room, 'A', cookie)
  expect(asked.known).toEqual(['Ada', 'Ada', 'Ada'])
  expect(asked.thread).toBe(thread)
  expect(asked.cameWith).toEqual({ session: true, name: true })
})

test('started anew, a server has forgotten; what the guest carries and the row are still there', async () => {
  const guest = await TestCaller.make()
  const { cookie, memory } = await tell(guest, 'Ada')
  await restart(guest)
  const asked = await ask(guest, memory.room, 'A', cookie)
  expect(asked.known).toEqual([null, 'Ada', 'Ada'])
  expect(asked.thread).not.toBe(memory.thread)
  expect(Date.parse(asked.startedAt)).toBeGreaterThanOrEqual(
    Date.parse(memory.startedAt),
  )
})

test('the other server was never told', async () => {
  const guest = await TestCaller.make()
  const { cookie, memory } = await tell(guest, 'Ada')
  const asked = await ask(guest, memory.room, 'B', cookie)
  expect(asked.known).toEqual([null, 'Ada', 'Ada'])
  await restart(guest, 'B')
  expect((await ask(guest, memory.room)).known[0]).toBe('Ada')
})

test('a variable greets whoever comes; cookie and row know only who brings theirs', async () => {
  const guest = await TestCaller.make()
  const { memory } = await tell(guest, 'Ada')
  const stranger = await ask(null, memory.room)
  expect(stranger.known).toEqual(['Ada', null, null])
  expect(stranger.cameWith).toEqual({ session: false, name: false })
})

test('a name that was changed on the way is not believed', async () => {
  const guest = await TestCaller.make()
  const { cookie, memory } = await tell(guest, 'Ada')
  const [, signature] = cookie.split('.')
  const eve = Buffer.from('Eve').toString('base64url')
  for (const forged of [`told-name=${eve}.${signature}`, `told-name=${eve}`]) {
    const asked = await ask(guest, memory.room, 'A', forged)
    expect(asked.known[1]).toBeNull()
    expect(asked.cameWith.name).toBe(false)
  }
})

test('the name leaves in a cookie that scripts cannot read and other addresses do not get', async () => {
  const guest = await TestCaller.make()
  const body = { name: 'Ada', server: 'A' }
  const reply = await guest.call(POST, { method: 'POST', path, body })
  expect(reply.headers.get('set-cookie')).toMatch(
    /^told-name=QWRh\.[\w-]{43}; Path=\/api\/labs\/keep-or-forget; Max-Age=3600; HttpOnly; SameSite=Lax$/,
  )
})

test('forgotten is forgotten in all three', async () => {
  const guest = await TestCaller.make()
  const { memory } = await tell(guest, 'Ada')
  const reply = await guest.call(DELETE, { method: 'DELETE', path })
  expect(reply.status).toBe(204)
  expect(reply.headers.get('set-cookie')).toMatch(/^told-name=; .*Max-Age=0/)
  expect((await ask(guest, memory.room)).known).toEqual([null, null, null])
})

test('one guest’s servers are not another’s, and no more than eight run', async () => {
  const guests = await Promise.all(
    Array.from({ length: 6 }, () => TestCaller.make()),
  )
  const told = []
  for (const guest of guests)
    for (const server of ['A', 'B'])
      told.push((await tell(guest, `guest ${told.length}`, server)).memory)
  expect(new Set(told.map(({ room }) => room)).size).toBe(6)
  expect(new Set(told.map(({ thread }) => thread)).size).toBe(12)
  expect(globalThis.backOfHouseSmallServers?.size).toBe(8)
  const [last] = told.slice(-1)
  expect((await ask(null, last?.room ?? '', 'B')).known[0]).toBe('guest 11')
})

test('many questions at once are answered, each with what was told last', async () => {
  const guest = await TestCaller.make()
  const { memory } = await tell(guest, 'Ada')
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask(null, memory.room)),
  )
  expect(new Set(answers.map(({ known }) => known[0]))).toEqual(
    new Set(['Ada']),
  )
})

test('what makes no sense is refused, and so is an address that was made up', async () => {
  const guest = await TestCaller.make()
  const { memory } = await tell(guest, 'Ada')
  for (const query of [
    '',
    '?server=A',
    `?server=C&room=${memory.room}`,
    `?server=A&room=x${memory.room}`,
    '?server=A&room=abc.def',
  ])
    expect((await call(GET, { path: path + query })).status, query).toBe(400)
  for (const body of [
    { name: '', server: 'A' },
    { name: 'x'.repeat(25), server: 'A' },
    { name: 'Ada' },
  ])
    expect(
      (await guest.call(POST, { method: 'POST', path, body })).status,
    ).toBe(422)
  const forged = { authorization: 'Bearer made.up.token' }
  for (const [handler, method] of [
    [POST, 'POST'],
    [PATCH, 'PATCH'],
    [DELETE, 'DELETE'],
  ] as const) {
    const reply = await call(handler, { method, path, headers: forged })
    expect(reply.status).toBe(401)
  }
})
