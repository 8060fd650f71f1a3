import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '@/db/testing'
import { planLines } from './query-plan'

let database: TestDatabase
beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.client.close())

/** The plan as SQLite gives it, and what we say it means. */
async function meaningsOf(sql: string): Promise<(string | null)[]> {
  const { rows } = await database.client.execute(`EXPLAIN QUERY PLAN ${sql}`)
  return planLines(rows.map(({ detail }) => String(detail))).map(
    ({ meaning }) => meaning,
  )
}

it('a search by the key goes straight to its rows', async () => {
  expect(await meaningsOf("select * from orders where id = 'ord_1'")).toEqual([
    'It goes straight to the matching rows of orders by the index of its key.',
  ])
})

it('a scan reads every row', async () => {
  expect(await meaningsOf("select * from orders where note = 'x'")).toEqual([
    'It reads every row of orders, one after the other.',
  ])
})

it('an index that holds all that is asked spares the table', async () => {
  const [meaning] = await meaningsOf(
    "select placed_at from orders where sandbox_id = 's'",
  )
  expect(meaning).toContain('without touching the table')
})

it('a sort in memory is told as such', async () => {
  expect(await meaningsOf('select * from orders order by note')).toContain(
    'It sorts what it found, in memory.',
  )
})

it('what proves nothing is shown without a sentence, and indented', () => {
  expect(planLines(['MULTI-INDEX OR', '  INDEX 1'])).toEqual([
    { depth: 0, verb: 'MULTI-INDEX', rest: 'OR', meaning: null },
    { depth: 1, verb: 'INDEX', rest: '1', meaning: null },
  ])
})
