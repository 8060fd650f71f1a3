import { beforeAll, expect, test, vi } from 'vitest'
import { Tally } from '@/contracts/two-windows'
import { startTestBackend, TestCaller, call } from '@/server/http/testing'
import { DELETE as startOver } from '../../sandboxes/current/route'
import { DELETE, GET, POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_LABS_PER_MINUTE'] = '12'
})

beforeAll(async () => {
  await startTestBackend()
})

const path = '/api/labs/two-windows'
const press = (guest: TestCaller) => guest.call(POST, { method: 'POST', path })
const countOf = async (guest: TestCaller) => {
  const reply = await guest.call(GET, { path })
  expect(reply.status).toBe(200)
  return Tally.parse(await reply.json()).count
}

test('every press is counted, also those of two windows at the same moment', async () => {
  const guest = await TestCaller.make()
  expect(await countOf(guest)).toBe(0)
  const first = await press(guest)
  expect([first.status, await first.json()]).toEqual([201, { count: 1 }])
  await Promise.all(Array.from({ length: 8 }, () => press(guest)))
  expect(await countOf(guest)).toBe(9)
})

test('another browser has a count of its own', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  await press(guest)
  expect([await countOf(guest), await countOf(other)]).toEqual([1, 0])
})

test('whoever has no sandbox reads nought, and gets none by reading', async () => {
  const reply = await call(GET, { path })
  expect([reply.status, await reply.json()]).toEqual([200, { count: 0 }])
  expect(reply.headers.has('set-cookie')).toBe(false)
})

test('it begins at nought again when it is cleared, and when the sandbox starts over', async () => {
  const guest = await TestCaller.make()
  await press(guest)
  const cleared = await guest.call(DELETE, { method: 'DELETE', path })
  expect([cleared.status, await cleared.json()]).toEqual([200, { count: 0 }])
  expect(await countOf(guest)).toBe(0)
  await press(guest)
  await guest.call(startOver, { method: 'DELETE' })
  expect(await countOf(guest)).toBe(0)
})

test('whoever presses too often is told so, and nothing is counted', async () => {
  const guest = await TestCaller.make()
  for (let pressed = 0; pressed < 12; pressed++) await press(guest)
  const refused = await press(guest)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(await countOf(guest)).toBe(12)
})
