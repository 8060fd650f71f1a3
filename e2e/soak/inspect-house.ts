import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, type Client } from '@libsql/client'
import type { House } from '../processes/server'
import type { Customer } from './customers'
import type { Follower } from './follower'

/** What was found wrong, each as a count; all are to be zero. */
export type Findings = {
  lost: number
  doubled: number
  otherBytes: number
  halfWritten: number
  unprinted: number
  printedTwice: number
  outOfSequence: number
  unfinished: number
  eventsMissed: number
  eventsTwice: number
  eventsFollowed: number
  isWhole: boolean
}

type Inspection = {
  house: House
  /** The server's own address, past the bad line. */
  direct: string
  customers: Customer[]
  followers: Follower[]
}

/** Messages under way when their sender died wait for their lease. */
const settleMs = 180_000

export async function inspectHouse(inspection: Inspection): Promise<Findings> {
  const database = createClient({ url: inspection.house.databaseUrl })
  try {
    await untilSettled(database)
    return {
      ...(await replayAll(inspection)),
      ...(await countOrders(inspection, database)),
      ...(await countHalves(database)),
      ...(await compareEvents(inspection, database)),
    }
  } finally {
    database.close()
  }
}

async function untilSettled(database: Client): Promise<void> {
  const giveUpAt = Date.now() + settleMs
  const waiting = `select
    (select count(*) from outbox where delivered_at is null) +
    (select count(*) from orders where autopilot_at is not null) +
    (select count(*) from deliveries where autopilot_at is not null) as n`
  while ((await count(database, waiting)) > 0 && Date.now() < giveUpAt)
    await sleep(500)
}

/** Asks for every order again: the same bytes are to come back. */
async function replayAll({ direct, customers }: Inspection) {
  let otherBytes = 0
  await Promise.all(
    customers.map(async (customer) => {
      for (const one of customer.asked) {
        const { status, text, isRepeat } = await customer.place(direct, one)
        if (status !== 201 || text !== one.text || !isRepeat) otherBytes++
      }
    }),
  )
  return { otherBytes }
}

/** Each key is one order: none is lost, and none is there twice. */
async function countOrders({ customers }: Inspection, database: Client) {
  let [lost, doubled] = [0, 0]
  for (const { id, asked } of customers) {
    const { rows } = await database.execute({
      sql: 'select id from orders where sandbox_id = ?',
      args: [id],
    })
    const kept = new Set(rows.map((row) => String(row['id'])))
    const known = new Set(asked.map(({ text }) => JSON.parse(text ?? '{}').id))
    lost += [...known].filter((order) => !kept.has(order)).length
    doubled += [...kept].filter((order) => !known.has(order)).length
  }
  return { lost, doubled }
}

async function countHalves(database: Client) {
  const path = ['placed', 'accepted', 'cooking', 'ready', 'collected']
  const sequence = [...path, 'delivered'].map((at) => `order.${at}`).join()
  const { rows } = await database.execute('pragma integrity_check')
  return {
    halfWritten: await count(
      database,
      `select count(*) as n from orders o where
        not exists (select 1 from order_lines where order_id = o.id)
        or not exists (select 1 from outbox where order_id = o.id)
        or not exists (select 1 from events where order_id = o.id and kind = 'order.placed')
        or not exists (select 1 from replies where sandbox_id = o.sandbox_id and body like '%' || o.id || '%')
        or o.total_minor <> o.delivery_fee_minor + (select sum(quantity * price_minor) from order_lines where order_id = o.id)`,
    ),
    unprinted: await count(
      database,
      'select count(*) as n from orders where id not in (select order_id from tickets)',
    ),
    printedTwice: await count(
      database,
      `select count(*) as n from (
        select order_id from tickets group by order_id having count(*) > 1
        union all select order_id from events where kind = 'ticket.printed'
        group by order_id having count(*) > 1)`,
    ),
    // In the order of their ids, the events of an order are its path so far.
    outOfSequence: await count(
      database,
      `select count(*) as n from (
        select group_concat(kind, ',') as kinds from (
          select order_id, kind from events where kind like 'order.%' order by id)
        group by order_id)
      where '${sequence}' not like kinds || '%'`,
    ),
    unfinished: await count(
      database,
      `select count(*) as n from orders join sandboxes s on s.id = sandbox_id
       where s.autopilot = 1 and status <> 'delivered'`,
    ),
    isWhole: rows[0]?.['integrity_check'] === 'ok',
  }
}

/** What each follower heard against what the log holds. */
async function compareEvents(
  { customers, followers }: Inspection,
  database: Client,
) {
  let [eventsMissed, eventsTwice, eventsFollowed] = [0, 0, 0]
  for (const follower of followers) {
    const { id } = customers.find(({ token }) => token === follower.token) ?? {}
    const { rows } = await database.execute({
      sql: "select id from events where sandbox_id = ? and kind <> 'spans' order by id",
      args: [id ?? ''],
    })
    const log = rows.map((row) => Number(row['id']))
    const giveUpAt = Date.now() + 30_000
    while (follower.ids.at(-1) !== log.at(-1) && Date.now() < giveUpAt)
      await sleep(100)
    const heard = new Set(follower.ids)
    eventsFollowed += log.length
    eventsMissed += log.filter((event) => !heard.has(event)).length
    eventsTwice += follower.ids.filter(
      (event, at) => at > 0 && event <= (follower.ids[at - 1] ?? 0),
    ).length
  }
  return { eventsMissed, eventsTwice, eventsFollowed }
}

async function count(database: Client, sql: string): Promise<number> {
  return Number((await database.execute(sql)).rows[0]?.['n'])
}
