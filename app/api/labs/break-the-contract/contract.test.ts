import { beforeAll, expect, test } from 'vitest'
import {
  ContractFindings,
  type ContractTrial,
} from '@/contracts/break-the-contract'
import {
  contractChanges,
  type ContractChange,
} from '@/contracts/break-the-contract-choices'
import { openApiDocument } from '@/contracts/openapi'
import { Order } from '@/contracts/orders'
import { Problem } from '@/contracts/problem'
import { Trace } from '@/contracts/trace'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { GET as listOrders } from '../../orders/route'
import { GET as readTrace } from '../../traces/[traceId]/route'
import { POST as orderAnew } from './orders/route'
import { POST } from './route'

beforeAll(() => startTestBackend())

const path = '/api/labs/break-the-contract'
const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 2 }],
  note: 'Ring twice, please.',
}

async function compare(trial: Partial<ContractTrial>) {
  const guest = await TestCaller.make()
  const body = {
    change: 'rename-name',
    isStrict: false,
    answer: null,
    ...trial,
  }
  const reply = await guest.call(POST, { method: 'POST', path, body })
  expect(reply.status).toBe(200)
  return ContractFindings.parse(await reply.json())
}

const order = (guest: TestCaller, change: string, body: unknown = wish) =>
  guest.call(orderAnew, {
    method: 'POST',
    path: `${path}/orders?change=${change}`,
    body,
  })

/** What a client of March gets, and what the old contract says of that. */
async function release(change: ContractChange, isStrict = false) {
  const guest = await TestCaller.make()
  const reply = await order(guest, change)
  const said: unknown = await reply.json()
  const answer = reply.status === 201 ? said : null
  return {
    status: reply.status,
    said,
    ...(await compare({ change, isStrict, answer })),
  }
}

const breaks = (found: ContractFindings) =>
  found.differences.some(({ kind }) => kind === 'breaking')

test.each([
  ['rename-name', '/restaurant/name'],
  ['retype-total', '/total/amount'],
  ['drop-note', '/note'],
  ['optional-time', '/placedAt'],
] as const)(
  'an answer that lacks what was promised, as by %s, breaks the contract, and the checker says where',
  async (change, pointer) => {
    const found = await release(change)
    expect(found.status).toBe(201)
    expect(breaks(found)).toBe(true)
    expect(found.complaints.map((one) => one.pointer)).toContain(pointer)
  },
)

test('a value more is a complaint of the checker', async () => {
  const found = await release('new-status')
  expect(found.complaints.map((one) => one.pointer)).toEqual(['/status'])
})

test('a field more breaks nothing, but for a reader who refuses what it does not know', async () => {
  const found = await release('add-minutes')
  expect([found.status, breaks(found), found.complaints]).toEqual([
    201,
    false,
    [],
  ])
  expect((await release('add-minutes', true)).complaints).toHaveLength(1)
})

test.each([
  ['require-phone', '/phone'],
  ['rename-lines', '/items'],
  ['limit-portions', '/lines/0/quantity'],
] as const)(
  'a question that now lacks something, as by %s, is refused, and nothing is ordered',
  async (change, pointer) => {
    const guest = await TestCaller.make()
    const reply = await order(guest, change)
    expect(reply.status).toBe(422)
    const { errors = [] } = Problem.parse(await reply.json())
    expect(errors.map((one) => one.pointer)).toContain(pointer)
    const list = await guest.call(listOrders, { path: '/api/orders' })
    expect(await list.json()).toEqual({ items: [] })
    const found = await compare({ change })
    expect([breaks(found), found.complaints]).toEqual([true, []])
  },
)

test.each(['add-cutlery', 'widen-quantity'] as const)(
  'a question that may say more, as by %s, breaks nothing',
  async (change) => {
    const found = await release(change)
    expect([found.status, breaks(found), found.complaints]).toEqual([
      201,
      false,
      [],
    ])
    expect(found.differences.length).toBeGreaterThan(0)
    expect(Order.safeParse(found.said).success).toBe(true)
  },
)

test.each([
  ['require-phone', { ...wish, phone: '555-0100' }],
  ['rename-lines', { ...wish, lines: undefined, items: wish.lines }],
  ['add-cutlery', { ...wish, cutlery: true }],
  [
    'widen-quantity',
    { ...wish, lines: [{ dish: 'miso-ramen', quantity: '2' }] },
  ],
] as const)(
  'who speaks the new words of %s is understood',
  async (change, body) => {
    const guest = await TestCaller.make()
    const reply = await order(guest, change, body)
    expect(reply.status).toBe(201)
    expect(Order.parse(await reply.json()).lines).toMatchObject([
      { dish: 'miso-ramen', quantity: 2 },
    ])
  },
)

test('the contract itself stays as it is, whatever is tried on it', async () => {
  const before = JSON.stringify(openApiDocument('http://127.0.0.1', '1'))
  for (const change of contractChanges) await compare({ change })
  expect(JSON.stringify(openApiDocument('http://127.0.0.1', '1'))).toBe(before)
})

test('one trace holds the order and the comparison', async () => {
  const guest = await TestCaller.make()
  const id = '4bf92f3577b34da6a3ce929d0e0e4736'
  const headers = { traceparent: `00-${id}-00f067aa0ba902b7-01` }
  const call = { method: 'POST' as const, headers }
  await guest.call(orderAnew, {
    ...call,
    path: `${path}/orders?change=add-minutes`,
    body: wish,
  })
  const body = { change: 'add-minutes', isStrict: false, answer: null }
  await guest.call(POST, { ...call, path, body })
  await spanStore().flush()
  const read = await guest.call(readTrace, { params: { traceId: id } })
  const names = Trace.parse(await read.json()).spans.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining([
      'tell it in the new words',
      'INSERT orders',
      'compare the contracts',
    ]),
  )
})

test('what is no change is refused, and so is a wish that is no order', async () => {
  const guest = await TestCaller.make()
  expect((await order(guest, 'everything')).status).toBe(400)
  expect((await order(guest, 'rename-name', { soup: 1 })).status).toBe(422)
  const body = { change: 'everything', isStrict: false, answer: null }
  const reply = await guest.call(POST, { method: 'POST', path, body })
  expect(reply.status).toBe(422)
})
