import { createServer, type Server } from 'node:http'
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from 'vitest'
import { deliverOutbox } from '@/app/api/outbox/deliver'
import { POST as breakIt } from '@/app/api/labs/break-it/route'
import { POST as placeOrder } from '@/app/api/orders/route'
import { POST as kitchenDoor } from '@/app/api/webhooks/kitchen/route'
import {
  boardFault,
  boardFaultNames,
  floodLimit,
  floodSize,
  invariants,
  labBaggage,
  tamperedMinor,
  type BoardFaultName,
} from '@/contracts/fault-board'
import { outbox } from '@/db/schema/messages'
import type { TestDatabase } from '@/db/testing'
import { env } from '@/env'
import {
  call,
  countRows,
  startTestBackend,
  TestCaller,
} from '@/server/http/testing'
import { ownDatabase } from '@/server/sandbox/own-database'
import { UnprotectedOutcome } from '@/contracts/break-it'
import { auditBooks } from './audit-books'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '60'
})

/*
 * Every lever of the board, with its protection and without. The list is the
 * one that the page's words come from.
 */

let database: TestDatabase
let server: Server
beforeAll(async () => {
  database = await startTestBackend()
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { host: _, ...headers } = request.headers as Record<string, string>
    const { status } = await call(kitchenDoor, {
      method: 'POST',
      path: '/api/webhooks/kitchen',
      headers,
      body: Buffer.concat(chunks).toString(),
    })
    response.writeHead(status).end()
  })
  await new Promise<void>((on) => server.listen(0, '127.0.0.1', on))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('?')
  Object.assign(env, { publicUrl: `http://127.0.0.1:${address.port}` })
})
afterAll(() => new Promise((closed) => server.close(closed)))

let guest: TestCaller
beforeEach(async () => {
  guest = await TestCaller.make()
})

const restaurant = 'lantern-noodle-house'
const lines = [
  { dish: 'miso-ramen', quantity: 1, priceMinor: 1250 },
  { dish: 'pork-dumplings', quantity: 2, priceMinor: 700 },
]
const wish = {
  restaurant,
  lines: lines.map(({ dish, quantity }) => ({ dish, quantity })),
}

type Try = {
  key?: string | undefined
  baggage?: string | undefined
  body?: unknown
}
const send = ({ key, baggage, body = wish }: Try) =>
  guest.call(placeOrder, {
    method: 'POST',
    path: '/api/orders',
    headers: {
      ...(key ? { 'idempotency-key': key } : {}),
      ...(baggage ? { baggage } : {}),
    },
    body,
  })

/** As the page reads an answer: its status, or null when it broke off. */
async function read(reply: Response) {
  const text = await reply.text().catch(() => null)
  if (text === null) return { status: null, order: null }
  const body: { id?: string } = JSON.parse(text)
  return { status: reply.status, order: body.id ?? null }
}

/** What the client of the board does for each fault: see components/faults. */
async function press(name: BoardFaultName, key: string | undefined) {
  const { baggage } = boardFault(name)
  const member = baggage?.(lines.length)
  const answers: Awaited<ReturnType<typeof read>>[] = []
  const ask = async (given: Try) => {
    const answer = await read(await send({ key, ...given }))
    answers.push(answer)
    return answer.status
  }
  if (name === 'click-twice') await Promise.all([ask({}), ask({})])
  else if (name === 'flood') for (let i = 0; i < floodSize; i++) await ask({})
  else if (name === 'tampered-price')
    await ask({
      body: {
        ...wish,
        lines: wish.lines.map((line) => ({ ...line, price: tamperedMinor })),
      },
    })
  else {
    const status = await ask({ baggage: member })
    if (status === null || status === 401 || status === 503) await ask({})
  }
  return answers
}

/** The restaurant is called until nothing is left to be told. */
async function deliverAll() {
  for (let round = 0; round < 8; round++) {
    await deliverOutbox()
    await database.db.update(outbox).set({ dueAt: 0 })
  }
}

async function books(answers: { order: string | null }[], meant = 1) {
  const confirmed = [
    ...new Set(
      answers.flatMap(({ order }) =>
        order?.startsWith('ord_') ? [order] : [],
      ),
    ),
  ]
  const own = ownDatabase(database.db, guest.sandboxId)
  return auditBooks(own, { confirmed, meant })
}

test('every invariant is one that some lever breaks', () => {
  const broken = boardFaultNames.map((name) => boardFault(name).breaks)
  expect(new Set(broken)).toEqual(new Set(Object.keys(invariants)))
})

describe.each(boardFaultNames)('%s', (name) => {
  const { sound, breaks, without } = boardFault(name)

  test('with its protection it ends as the board says, and every invariant holds', async () => {
    const answers = await press(name, `with ${name}`)
    await deliverAll()
    const statuses = answers.map(({ status }) => status)
    expect(name === 'flood' ? [...new Set(statuses)] : statuses).toEqual(
      sound.answers,
    )
    if (name === 'flood')
      expect(statuses.filter((status) => status === 201)).toHaveLength(
        floodLimit,
      )
    expect(await books(answers)).toEqual({ kept: sound.kept, broken: [] })
  })

  test(`without it exactly one thing is no longer true: ${invariants[breaks]}`, async () => {
    const before = await countRows(database)
    const arming = labBaggage(name, lines.length)
    const reply = await guest.call(breakIt, {
      method: 'POST',
      path: '/api/labs/break-it',
      headers: arming ? { baggage: arming } : {},
      body: {
        fault: name,
        restaurant,
        lines: lines.map((line) => ({
          ...line,
          priceMinor:
            name === 'tampered-price' ? tamperedMinor : line.priceMinor,
        })),
      },
    })
    expect(reply.status).toBe(201)
    const outcome = UnprotectedOutcome.parse(await reply.json())
    expect(outcome.broken).toEqual([breaks])
    // Whatever happens there, Plateful's own database knows nothing of it.
    expect(await countRows(database)).toEqual(before)
  })

  test.runIf(without === 'key')(
    'on Plateful itself, asked without a key, it is exactly that too',
    async () => {
      const answers = await press(name, undefined)
      await deliverAll()
      expect(await books(answers)).toEqual({ kept: 2, broken: [breaks] })
    },
  )
})

const midway = Array.from(
  { length: 8 },
  (_, n) => `fault.db-fail-midway=${n + 1}`,
)
const slow = [
  'see-who-is-asking',
  'count-this-request',
  'look-for-a-repeat',
  'price-the-basket',
  'save-the-order',
].map((at) => `fault.db-slow=2600;at=${at}`)
const away = [1, 2, 3, 4, 5].map((tries) => `fault.restaurant-offline=${tries}`)

test.each([
  ...midway,
  ...slow,
  ...away,
  'fault.drop-response=1',
  'fault.session-expired=1',
  'fault.sold-out=1',
  'fault.db-slow=50,fault.drop-response=1,fault.restaurant-offline=2',
  'fault.drop-response=1,fault.db-fail-midway=3',
  'fault.sold-out=1,fault.session-expired=1',
])(
  'wherever it strikes, every invariant holds, and asked again with its key the order is placed once: %s',
  async (baggage) => {
    const first = await read(await send({ key: baggage, baggage }))
    expect([null, 201, 401, 409, 500, 503]).toContain(first.status)
    expect((await books([])).broken).toEqual([])
    const again = await read(await send({ key: baggage }))
    expect(again.status).toBe(201)
    await deliverAll()
    expect(await books([first, again])).toEqual({ kept: 1, broken: [] })
  },
)
