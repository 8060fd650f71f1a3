import fc from 'fast-check'
import type { Client } from '@libsql/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import recording from '@/recordings/place-order.json'
import { makeTestDatabase } from '@/db/testing'
import { columnsOfParameters } from './sql-parameters'
import { layOutSql } from './sql-text'
import { sqlTokens } from './sql-tokens'

function laid(text: string): string {
  return layOutSql(text)
    .map(({ kind, text }) => (kind === 'break' ? `\n${text}` : text))
    .join('')
}

let client: Client
beforeAll(async () => {
  ;({ client } = await makeTestDatabase())
})
afterAll(() => client.close())

/** The program that SQLite makes of a statement: what it really does. */
async function programOf(sql: string) {
  const args = columnsOfParameters(sql).map(() => null)
  const { rows } = await client.execute({ sql: `EXPLAIN ${sql}`, args })
  return rows.map(({ opcode, p1, p2, p3, p4 }) =>
    // A parameter's name is no part of what is done.
    opcode === 'Variable' ? [opcode, p1, p2, p3] : [opcode, p1, p2, p3, p4],
  )
}

const recorded = recording.trace.spans.flatMap(({ sql }) =>
  sql && !/^(BEGIN|COMMIT)$/.test(sql.text) ? [sql.text] : [],
)
const others = [
  `select "id" from "orders" where ("id" = ? or ("version" = ? and "note" is null)) and "status" = ?`,
  `select "id" from "orders" where not ("id" = ? and "version" = ?)`,
  `select "id" from "orders" where ("id", "version") in (select "slug", 1 from "restaurants")`,
  `select "orders"."id", "order_lines"."dish" from "orders" left join "order_lines" on "order_lines"."order_id" = "orders"."id" where ("orders"."version" between ? and ?) order by "orders"."id" desc limit ?`,
  `select "id" from orders, restaurants where orders.id = restaurants.slug`,
  `delete from "orders" where ("orders"."id" = 'it''s' and ("orders"."version" = -1))`,
]

it('what is laid out does the same as what was sent', async () => {
  expect(recorded.length).toBeGreaterThan(10)
  for (const text of [...recorded, ...others])
    expect(await programOf(laid(text)), text).toEqual(await programOf(text))
})

it('nothing but brackets and the table before a column is left out', () => {
  const word = fc.constantFrom(
    ...'select from where and or ( ) , . = ? ?3 "left" "a" \'x\' 12 between in values insert into set on conflict do update order by'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const sent = sqlTokens(words.join(' '))
      const shown = layOutSql(words.join(' ')).filter(
        ({ kind }) => kind !== 'break' && kind !== 'space',
      )
      expect(bare(shown)).toBe(bare(sent))
    }),
    { numRuns: 2_000 },
  )
})

/** What may not be lost: all but brackets, and a table before its column. */
function bare(pieces: readonly { text: string }[]): string {
  const texts = pieces.map(({ text }) => text)
  let text = ` ${texts.filter((text) => !/^[()]$/.test(text)).join(' ')} `
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(/ (?:a|"left") \. /, ' ')
  }
  return text
}

it('each clause has a line, and what surrounds without a meaning goes', () => {
  const text =
    'update "portions" set "left" = "portions"."left" - ? where ' +
    '("portions"."sandbox_id" = ? and (("portions"."dish" = ? and ' +
    '"portions"."left" >= ?)))'
  expect(laid(text)).toBe(
    [
      'UPDATE portions',
      '   SET "left" = "left" - ?1',
      ' WHERE sandbox_id = ?2',
      '   AND dish = ?3',
      '   AND "left" >= ?4',
    ].join('\n'),
  )
})

it('rows that are inserted stand below one another', () => {
  const text =
    'insert into "portions" ("sandbox_id", "dish", "left") values (?, ?, ?), (?, ?, ?) on conflict do nothing'
  expect(laid(text)).toBe(
    [
      'INSERT INTO portions (sandbox_id, dish, "left")',
      'VALUES (?1, ?2, ?3),',
      '       (?4, ?5, ?6)',
      '       ON CONFLICT DO NOTHING',
    ].join('\n'),
  )
})

it('a parameter is known by its column', () => {
  const upsert =
    'insert into "replies" ("key", "status", "at") values (?, null, ?) on conflict ("key") do update set "status" = ? where "at" < ?'
  expect(columnsOfParameters(upsert)).toEqual(['key', 'at', 'status', 'at'])
  const select =
    'select "id" from "dishes" where ("restaurant" = ? and "id" in (?, ?)) limit ?'
  expect(columnsOfParameters(select)).toEqual(['restaurant', 'id', 'id', null])
})
