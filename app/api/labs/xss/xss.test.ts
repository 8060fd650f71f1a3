import { beforeAll, expect, test, vi } from 'vitest'
import { longestReview } from '@/contracts/xss-choices'
import { JoinedPage } from '@/contracts/xss-lab'
import { reviews } from '@/db/schema/first-chapter'
import type { TestDatabase } from '@/db/testing'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_LABS_PER_MINUTE'] = '6'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const ask = (guest: TestCaller, body: unknown) =>
  guest.call(POST, { method: 'POST', path: '/api/labs/xss', body })

const payload = '<img src=x onerror="attacker.log(1)">'

test('a review is kept as it was typed, and the joined page has it as markup', async () => {
  const guest = await TestCaller.make()
  const reply = await ask(guest, { text: payload })
  expect(reply.status).toBe(201)
  const { text, page, session } = JoinedPage.parse(await reply.json())
  expect(text).toBe(payload)
  expect(page).toContain(`<p id="review">${payload}</p>`)
  expect(page).toContain(`content="${session}"`)
  const rows = await database.db.select().from(reviews)
  expect(rows.map((row) => row.text)).toEqual([payload])
})

test('the reply is data and no page: a browser that is led here shows no markup', async () => {
  const guest = await TestCaller.make()
  const reply = await ask(guest, { text: payload })
  expect(reply.headers.get('content-type')).toMatch(/^application\/json/)
})

test('what the twin holds is made anew each time, and opens nothing', async () => {
  const guest = await TestCaller.make()
  const sessions = new Set<string>()
  for (let i = 0; i < 2; i++) {
    const reply = await ask(guest, { text: 'Good.' })
    sessions.add(JoinedPage.parse(await reply.json()).session)
  }
  expect(sessions.size).toBe(2)
  const [session = ''] = sessions
  const token = { headers: { authorization: `Bearer ${session}` } }
  const refused = await guest.call(POST, { method: 'POST', body: {}, ...token })
  expect(refused.status).toBe(401)
})

test('a review that is too long, empty, or sent too often is refused', async () => {
  const guest = await TestCaller.make()
  const long = 'a'.repeat(longestReview + 1)
  expect((await ask(guest, { text: long })).status).toBe(422)
  expect((await ask(guest, { text: '' })).status).toBe(422)
  expect((await ask(guest, { text: 'a', page: 'b' })).status).toBe(422)
  for (let i = 0; i < 3; i++) await ask(guest, {})
  expect((await ask(guest, { text: 'a' })).status).toBe(429)
})
