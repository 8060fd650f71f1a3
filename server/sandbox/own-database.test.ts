import { and, asc, count, eq, gt, inArray, like, or, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { orderLines, orders } from '@/db/schema/orders'
import { dishes, portions, restaurants } from '@/db/schema/restaurants'
import { sandboxes } from '@/db/schema/sandboxes'
import {
  makeTestDatabase,
  makeTestSandbox,
  type TestDatabase,
} from '@/db/testing'
import { ownDatabase } from './own-database'

let database: TestDatabase
beforeAll(async () => {
  database = await makeTestDatabase()
})

/** Two guests of one house, each with a database of their own. */
async function twoGuests() {
  const [a, b] = [
    await makeTestSandbox(database.db),
    await makeTestSandbox(database.db),
  ]
  return {
    a,
    b,
    ofA: ownDatabase(database.db, a),
    ofB: ownDatabase(database.db, b),
  }
}

const event = (kind: string) => ({ kind, data: {}, createdAt: 1 })
const kinds = async (db: Database) =>
  (await db.select().from(events).orderBy(asc(events.id))).map(
    (row) => row.kind,
  )

test('what a guest writes is marked as theirs, whatever the row says', async () => {
  const { a, b, ofA, ofB } = await twoGuests()
  await ofA
    .insert(events)
    .values([event('one'), { ...event('two'), sandboxId: b }])
  expect(await kinds(ofA)).toEqual(['one', 'two'])
  expect(await kinds(ofB)).toEqual([])
  const rows = await database.db
    .select()
    .from(events)
    .where(eq(events.sandboxId, a))
  expect(rows.length).toBe(2)
})

test('a select sees the guest’s own rows, with every kind of condition', async () => {
  const { a, ofA, ofB } = await twoGuests()
  await ofA.insert(events).values(event('mine'))
  await ofB.insert(events).values(event('theirs'))
  const conditions = [
    undefined,
    sql`1 = 1`,
    or(eq(events.kind, 'mine'), eq(events.kind, 'theirs')),
    or(eq(events.kind, 'mine'), sql`1 = 1`),
    like(events.kind, '%'),
    gt(events.id, 0),
    inArray(events.kind, ['mine', 'theirs']),
    sql`1 = 0 or 1 = 1`,
  ]
  for (const condition of conditions) {
    const rows = await ofA.select().from(events).where(condition)
    expect(rows.map((row) => [row.sandboxId, row.kind])).toEqual([[a, 'mine']])
  }
  const [counted] = await ofA.select({ n: count() }).from(events)
  expect(counted?.n).toBe(1)
  const limited = await ofA
    .select()
    .from(events)
    .orderBy(asc(events.id))
    .limit(5)
    .offset(0)
  expect(limited.length).toBe(1)
})

test('a joined table is narrowed too, from either side', async () => {
  const { ofA, ofB } = await twoGuests()
  await ofA.insert(portions).values({ dish: 'miso-ramen', left: 1 })
  await ofB.insert(portions).values({ dish: 'miso-ramen', left: 2 })
  const joined = await ofA
    .select({ left: portions.left })
    .from(dishes)
    .leftJoin(portions, eq(portions.dish, dishes.id))
    .where(eq(dishes.id, 'miso-ramen'))
  expect(joined).toEqual([{ left: 1 }])
  const inner = await ofA
    .select({ left: portions.left })
    .from(dishes)
    .innerJoin(portions, eq(portions.dish, dishes.id))
  expect(inner).toEqual([{ left: 1 }])
  const turned = await ofA
    .select({ left: portions.left })
    .from(portions)
    .innerJoin(dishes, eq(portions.dish, dishes.id))
  expect(turned).toEqual([{ left: 1 }])
  const both = await ofA
    .select()
    .from(portions)
    .leftJoin(events, sql`1 = 1`)
  expect(both.map((row) => row.events)).toEqual([null])
})

test('a condition with a bare or in it does not reach past the guest’s rows', async () => {
  const { ofA, ofB } = await twoGuests()
  await ofB.insert(events).values(event('theirs'))
  await ofB.insert(portions).values({ dish: 'miso-ramen', left: 2 })
  const either = sql`1 = 0 or 1 = 1`
  expect(
    (await ofA.update(events).set({ kind: 'x' }).where(either)).rowsAffected,
  ).toBe(0)
  expect((await ofA.delete(events).where(either)).rowsAffected).toBe(0)
  const joined = await ofA.select().from(restaurants).leftJoin(portions, either)
  expect(joined.map((row) => row.portions).filter(Boolean)).toEqual([])
})

test('only tables can be joined: what cannot be narrowed is refused', async () => {
  const { ofA } = await twoGuests()
  const all = database.db.select().from(portions).as('all')
  expect(() =>
    ofA
      .select()
      .from(dishes)
      .leftJoin(all, sql`1 = 1`),
  ).toThrow('Only tables')
})

test('an update and a delete touch the guest’s own rows alone', async () => {
  const { ofA, ofB } = await twoGuests()
  await ofA.insert(events).values([event('a'), event('b')])
  await ofB.insert(events).values([event('a'), event('b')])
  expect((await ofA.update(events).set({ kind: 'x' })).rowsAffected).toBe(2)
  expect(
    (
      await ofA
        .update(events)
        .set({ kind: 'y' })
        .where(sql`1 = 1`)
    ).rowsAffected,
  ).toBe(2)
  expect(await kinds(ofB)).toEqual(['a', 'b'])
  expect(
    (await ofA.delete(events).where(or(eq(events.kind, 'a'), sql`1 = 1`)))
      .rowsAffected,
  ).toBe(2)
  expect(await kinds(ofB)).toEqual(['a', 'b'])
  await ofB.insert(events).values(event('c'))
  expect((await ofA.delete(events)).rowsAffected).toBe(0)
  expect(await kinds(ofB)).toEqual(['a', 'b', 'c'])
})

test('a transaction is the guest’s own too, and rolls back whole', async () => {
  const { ofA, ofB } = await twoGuests()
  await ofB.insert(events).values(event('theirs'))
  const failing = ofA.transaction(async (tx) => {
    await tx.insert(events).values(event('mine'))
    expect(await kinds(tx)).toEqual(['mine'])
    await tx.delete(events)
    throw new Error('second thoughts')
  })
  await expect(failing).rejects.toThrow('second thoughts')
  expect(await kinds(ofA)).toEqual([])
  expect(await kinds(ofB)).toEqual(['theirs'])
})

test('a guest sees their own sandbox, and nobody else’s', async () => {
  const { a, ofA } = await twoGuests()
  expect(
    (await ofA.select().from(sandboxes)).map((row) => row.sandboxId),
  ).toEqual([a])
})

test('the catalogue is everybody’s', async () => {
  const { ofA, ofB } = await twoGuests()
  expect(await ofA.select().from(restaurants)).toEqual(
    await ofB.select().from(restaurants),
  )
})

test('raw SQL and whatever else cannot be narrowed is not there', async () => {
  const { ofA } = await twoGuests()
  for (const name of [
    'run',
    'all',
    'get',
    'values',
    'query',
    '_',
    'with',
    '$with',
    '$count',
    'selectDistinct',
    '$client',
    'session',
    'dialect',
  ])
    expect((ofA as unknown as Record<string, unknown>)[name]).toBeUndefined()
  const seen: unknown[] = []
  await ofA.transaction(async (tx) => {
    seen.push(tx.run, tx.all, (tx as unknown as { rollback: unknown }).rollback)
  })
  expect(seen).toEqual([undefined, undefined, undefined])
})

test('a row that reaches the schema’s default came in another way, and stops', async () => {
  const values = { kind: 'x', data: {}, createdAt: 1 }
  expect(() => database.db.insert(events).values(values).toSQL()).toThrow(
    'own database',
  )
})

test('an insert that meets a row of somebody else changes nothing of it', async () => {
  const { ofA, ofB } = await twoGuests()
  const order = {
    id: `ord_${Math.random()}`,
    restaurant: 'lantern-noodle-house',
    status: 'placed' as const,
    subtotalMinor: 1,
    deliveryFeeMinor: 1,
    totalMinor: 2,
    placedAt: 1,
    version: 1,
  }
  await ofA.insert(orders).values(order)
  await ofB.insert(orders).values(order).onConflictDoNothing()
  await expect(ofB.insert(orders).values(order)).rejects.toThrow()
  expect(await ofB.select().from(orders)).toEqual([])
  const [line] = [
    {
      order: order.id,
      position: 0,
      dish: 'miso-ramen',
      name: 'x',
      quantity: 1,
      priceMinor: 1,
    },
  ]
  await ofA.insert(orderLines).values(line)
  expect(await ofB.select().from(orderLines)).toEqual([])
})

test('two sandboxes never see each other, whatever both do', async () => {
  const action = fc.record({
    who: fc.constantFrom('a', 'b'),
    what: fc.constantFrom(
      'insert',
      'update',
      'delete',
      'transaction',
      'rolled back',
    ),
    kind: fc.constantFrom('x', 'y', 'z'),
    all: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
      const { a, b, ofA, ofB } = await twoGuests()
      const model: Record<string, string[]> = { a: [], b: [] }
      for (const { who, what, kind, all } of actions) {
        const db = who === 'a' ? ofA : ofB
        const mine = model[who] ?? []
        const where = all ? sql`1 = 1` : and(eq(events.kind, kind))
        const hits = (one: string) => all || one === kind
        if (what === 'insert') {
          await db.insert(events).values(event(kind))
          model[who] = [...mine, kind]
        } else if (what === 'update') {
          await db.update(events).set({ kind: 'w' }).where(where)
          model[who] = mine.map((one) => (hits(one) ? 'w' : one))
        } else if (what === 'delete') {
          await db.delete(events).where(where)
          model[who] = mine.filter((one) => !hits(one))
        } else {
          const isKept = what === 'transaction'
          await db
            .transaction(async (tx) => {
              await tx.insert(events).values(event(kind))
              if (!isKept) throw new Error('rolled back')
            })
            .catch(() => {})
          if (isKept) model[who] = [...mine, kind]
        }
        expect(await kinds(ofA)).toEqual(model['a'])
        expect(await kinds(ofB)).toEqual(model['b'])
      }
      const all = await database.db
        .select()
        .from(events)
        .where(inArray(events.sandboxId, [a, b]))
      expect(all.length).toBe(
        (model['a']?.length ?? 0) + (model['b']?.length ?? 0),
      )
    }),
    { numRuns: 40 },
  )
})
