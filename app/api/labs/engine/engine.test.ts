import { beforeAll, expect, test } from 'vitest'
import { demoAccount } from '@/contracts/demo-account'
import { Review, SignedIn } from '@/contracts/engine'
import { Problem } from '@/contracts/problem'
import { reviews, signIns } from '@/db/schema/first-chapter'
import type { TestDatabase } from '@/db/testing'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { ownDatabase } from '@/server/sandbox/own-database'
import { POST as review } from './reviews/route'
import { POST as signIn } from './sign-in/route'

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const enter = (guest: TestCaller, body: unknown) =>
  guest.call(signIn, {
    method: 'POST',
    path: '/api/labs/engine/sign-in',
    body,
  })
const write = (guest: TestCaller, body: unknown) =>
  guest.call(review, {
    method: 'POST',
    path: '/api/labs/engine/reviews',
    body,
  })
const own = (guest: TestCaller) => ownDatabase(database.db, guest.sandboxId)

test('with her password Mara is signed in, and it is written down once', async () => {
  const guest = await TestCaller.make()
  for (let time = 0; time < 2; time++) {
    const reply = await enter(guest, demoAccount)
    expect(reply.status).toBe(201)
    const { name, expiresAt } = SignedIn.parse(await reply.json())
    expect(name).toBe(demoAccount.name)
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now())
  }
  expect(await own(guest).select().from(signIns)).toHaveLength(1)
})

test('another password, and another name, are refused alike, and nobody is signed in', async () => {
  const guest = await TestCaller.make()
  const details = new Set<string>()
  for (const edited of [
    { password: 'first helping' },
    { name: 'Noor' },
    { password: 'Second helping' },
  ]) {
    const reply = await enter(guest, { ...demoAccount, ...edited })
    expect(reply.status).toBe(401)
    expect(reply.headers.has('www-authenticate')).toBe(true)
    details.add(Problem.parse(await reply.json()).detail)
  }
  expect(details.size).toBe(1)
  expect(await own(guest).select().from(signIns)).toEqual([])
})

test('of each dish a guest has one review, the newest, in their own sandbox', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  const texts = ['Fine.', '<b>Bold</b>; drop table reviews; --']
  for (const text of texts) {
    const reply = await write(guest, { dish: 'miso-ramen', text })
    expect(reply.status).toBe(201)
    expect(Review.parse(await reply.json())).toMatchObject({
      dish: { id: 'miso-ramen', name: 'Miso ramen' },
      text,
    })
  }
  const kept = await own(guest).select().from(reviews)
  expect(kept.map(({ text }) => text)).toEqual(texts.slice(1))
  expect(await own(other).select().from(reviews)).toEqual([])
})

test('a review that is empty, too long, or of no dish is refused and not kept', async () => {
  const guest = await TestCaller.make()
  for (const body of [
    { dish: 'miso-ramen', text: '   ' },
    { dish: 'miso-ramen', text: 'x'.repeat(281) },
    { dish: 'miso-ramen', text: 'a\u0000b' },
    { dish: 'gold-leaf', text: 'Rich.' },
    { dish: 'miso-ramen', text: 'Fine.', stars: 5 },
  ])
    expect((await write(guest, body)).status).toBe(422)
  expect(await own(guest).select().from(reviews)).toEqual([])
})
