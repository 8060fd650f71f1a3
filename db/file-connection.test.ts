import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createClient,
  LibsqlError,
  type Client,
  type InStatement,
} from '@libsql/client'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openClient } from './client'

const folder = mkdtempSync(join(tmpdir(), 'back-of-house-connection-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The stock client, and ours, each on a file of its own. */
let clients: [stock: Client, ours: Client]
let ours: Client
let files = 0
beforeEach(async () => {
  const url = (name: string) => `file:${join(folder, `${name}${files}.db`)}`
  files += 1
  ours = openClient(url('ours'))
  clients = [createClient({ url: url('stock') }), ours]
  for (const client of clients)
    await client.executeMultiple(`
      create table dishes (id text primary key, price integer check (price >= 0), photo blob);
      insert into dishes values ('soup', 700, x'0102ff'), ('tea', 300, null);`)
})

/** All that can be seen of a result or of an error. */
async function seen(client: Client, statement: InStatement) {
  try {
    const result = await client.execute(statement)
    return {
      json: JSON.stringify(result),
      columns: result.columns,
      types: result.columnTypes,
      keys: result.rows.map((row) => Object.keys(row)),
      values: result.rows.map((row) => Array.from(row)),
      named: result.rows.map((row) => ({ ...row })),
      lengths: result.rows.map((row) => row.length),
      affected: result.rowsAffected,
      lastInsertRowid: result.lastInsertRowid,
    }
  } catch (error) {
    if (!(error instanceof LibsqlError)) return String(error)
    const { name, message, code, extendedCode, rawCode } = error
    return { name, message, code, extendedCode, rawCode }
  }
}

const statements: [string, InStatement][] = [
  ['rows', 'select * from dishes order by id'],
  ['no row', "select * from dishes where id = 'cake'"],
  ['one name twice', 'select id, price as id, photo from dishes'],
  ['odd names', "select 1, 2 as length, 3 as toString, 4 as '0'"],
  ['a large integer', 'select 9007199254740991 as n'],
  ['a real', 'select 1.5 as a, 1e300 as b, -0.0 as c'],
  ['many rows', 'select value from generate_series(1, 250)'],
  ['an insert', "insert into dishes values ('cake', 500, null)"],
  ['an update', 'update dishes set price = price + 1'],
  ['returning', 'update dishes set price = 1 returning id, price'],
  ['a text that is no number', "select 'a' + 1 as n"],
  ['a pragma', 'pragma foreign_keys'],
  [
    'values of every kind',
    {
      sql: 'select ? as a, ? as b, ? as c, ? as d, ? as e, ? as f',
      args: [1, 'x', null, true, new Uint8Array([1, 2]).buffer, 12n],
    },
  ],
  [
    'named values',
    { sql: 'select :a as a, @b as b, $c as c', args: { a: 1, '@b': 2, $c: 3 } },
  ],
  ['a broken rule', "insert into dishes values ('cake', -1, null)"],
  ['a key that is taken', "insert into dishes values ('tea', 1, null)"],
  ['no such table', 'select * from nowhere'],
  ['no SQL', 'this is not SQL'],
]
test.each(statements)(
  '%s: as the stock client has it, the second time too',
  async (_, statement) => {
    const [stock, mine] = clients
    for (let time = 1; time <= 2; time++)
      expect(await seen(mine, statement)).toEqual(await seen(stock, statement))
  },
)

test('an integer that a number cannot hold is an error, and no other number', async () => {
  await expect(ours.execute('select 9007199254740993 as n')).rejects.toThrow(
    RangeError,
  )
})

test('a value that the driver does not know is refused, and the process lives', async () => {
  const sql = 'select ? as a'
  for (const value of [NaN, Infinity, 2n ** 63n])
    await expect(ours.execute({ sql, args: [value] })).rejects.toThrow(
      RangeError,
    )
})

test('a statement with fewer values than the last time does not keep the rest of them', async () => {
  const sql = 'select ? as a, ? as b'
  await ours.execute({ sql, args: ['mine', 'secret'] })
  const { rows } = await ours.execute({ sql, args: ['yours'] })
  expect(rows).toEqual([{ a: 'yours', b: null }])
})

test('a statement that failed works the next time', async () => {
  const add = (id: string, price: number) => ({
    sql: 'insert into dishes (id, price) values (?, ?) returning id',
    args: [id, price],
  })
  const transaction = await ours.transaction('write')
  await transaction.execute(add('cake', 1))
  await expect(transaction.execute(add('cake', 1))).rejects.toThrow('UNIQUE')
  await expect(transaction.execute(add('pie', -1))).rejects.toThrow('CHECK')
  await transaction.execute(add('pie', 1))
  await transaction.commit()
  const { rows } = await ours.execute('select count(*) as n from dishes')
  expect(rows[0]?.['n']).toBe(4)
})

test('a write that was explained does not stand in the way of a commit', async () => {
  const texts = [
    'update dishes set price = 2',
    'delete from dishes where price = 1',
    'select 1',
  ]
  for (const text of texts) {
    const { rows } = await ours.execute(`explain query plan ${text}`)
    expect(String(rows[0]?.['detail'])).toMatch(/^SCAN/)
    const transaction = await ours.transaction('write')
    await transaction.execute('update dishes set price = 3')
    await transaction.commit()
  }
  const { rows } = await ours.execute('select sum(price) as sum from dishes')
  expect(rows[0]?.['sum']).toBe(6)
})

test('a statement that was prepared before the schema changed sees the new one', async () => {
  const all = "select * from dishes where id = 'tea'"
  await ours.execute(all)
  await ours.execute('alter table dishes add column note text')
  expect((await ours.execute(all)).columns).toContain('note')
  await ours.migrate(['alter table dishes rename column note to remark'])
  expect((await ours.execute(all)).columns).toContain('remark')
})

test('what a batch began is gone when one of its statements fails, and the error says which', async () => {
  const batch = [
    "insert into dishes values ('cake', 1, null)",
    "insert into dishes values ('tea', 1, null)",
  ]
  const errors = await Promise.all(
    clients.map((client) =>
      client.batch(batch, 'write').catch((error: unknown) => error),
    ),
  )
  expect(errors[1]).toMatchObject({ statementIndex: 1, code: /CONSTRAINT/ })
  expect(errors[1]).toEqual(errors[0])
  const { rows } = await ours.execute('select count(*) as n from dishes')
  expect(rows[0]?.['n']).toBe(2)
})

test('a closed client and a transaction that is over say so', async () => {
  const transaction = await ours.transaction('write')
  await transaction.rollback()
  await expect(transaction.execute('select 1')).rejects.toThrow(
    'The transaction is closed',
  )
  ours.close()
  await expect(ours.execute('select 1')).rejects.toThrow('closed')
  await ours.reconnect()
  expect((await ours.execute('select 1 as one')).rows[0]?.['one']).toBe(1)
})
