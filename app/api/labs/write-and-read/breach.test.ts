import { beforeAll, expect, test } from 'vitest'
import {
  BreachOutcome,
  JoinedRows,
  type Breach,
} from '@/contracts/write-and-read'
import {
  call,
  countRows,
  startTestBackend,
  TestCaller,
} from '@/server/http/testing'
import { POST as placeOrder } from '../../orders/route'
import { GET, POST } from './route'

let database: Awaited<ReturnType<typeof startTestBackend>>
beforeAll(async () => {
  database = await startTestBackend()
})

const path = '/api/labs/write-and-read'
const send = (guest: TestCaller, breach: unknown) =>
  guest.call(POST, { method: 'POST', path, body: { breach } })
const outcomeOf = async (breach: Breach) => {
  const reply = await send(await TestCaller.make(), breach)
  expect(reply.status).toBe(200)
  return BreachOutcome.parse(await reply.json())
}

const refused = [
  ['line-without-order', 'SQLITE_CONSTRAINT_FOREIGNKEY'],
  ['same-line-twice', 'SQLITE_CONSTRAINT_PRIMARYKEY'],
  ['order-without-restaurant', 'SQLITE_CONSTRAINT_NOTNULL'],
  ['negative-quantity-checked', 'SQLITE_CONSTRAINT_CHECK'],
] as const

for (const [breach, code] of refused)
  test(`the database itself refuses: ${breach}`, async () => {
    const outcome = await outcomeOf(breach)
    expect(outcome).toMatchObject({ isRefused: true, code })
    expect(outcome.message).toMatch(/constraint failed/)
    expect(outcome.rowsAfter).toBe(outcome.rowsBefore)
  })

test('without a rule in the table a negative quantity is taken', async () => {
  const outcome = await outcomeOf('negative-quantity')
  expect(outcome).toMatchObject({ isRefused: false, code: null })
  expect(outcome.rowsAfter).toBe(outcome.rowsBefore + 1)
})

test('nothing of it reaches the real books', async () => {
  const guest = await TestCaller.make()
  const before = await countRows(database)
  await send(guest, 'negative-quantity')
  expect(await countRows(database)).toEqual(before)
})

test('only the tries on offer are made, and only for whoever has a sandbox', async () => {
  const guest = await TestCaller.make()
  expect((await send(guest, 'drop table orders')).status).toBe(422)
  const headers = { authorization: 'Bearer nobody' }
  const body = { breach: 'negative-quantity' }
  const reply = await call(POST, { method: 'POST', path, headers, body })
  expect(reply.status).toBe(401)
})

test('an order is read back with its lines and names, by its own guest only', async () => {
  const guest = await TestCaller.make()
  const placed = await guest.call(placeOrder, {
    method: 'POST',
    path: '/api/orders',
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [
        { dish: 'miso-ramen', quantity: 1 },
        { dish: 'pork-dumplings', quantity: 2 },
      ],
    },
  })
  const { id }: { id: string } = await placed.json()
  const asked = { path: `${path}?order=${id}` }
  const { rows } = JoinedRows.parse(await (await guest.call(GET, asked)).json())
  expect(rows.map(({ dish, quantity }) => [dish, quantity])).toEqual([
    ['Miso ramen', 1],
    ['Pork dumplings', 2],
  ])
  expect(rows[0]?.restaurant).toBe('Lantern Noodle House')
  const other = await TestCaller.make()
  expect((await other.call(GET, asked)).status).toBe(404)
  expect((await guest.call(GET, { path: `${path}?order=1` })).status).toBe(400)
})
