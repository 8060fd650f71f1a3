import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createClient,
  LibsqlError,
  type Client,
  type InStatement,
} from '@libsql/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HranaServer } from './hrana-server'

const folder = mkdtempSync(join(tmpdir(), 'back-of-house-hrana-'))
const token = 'a token for this test'
let server: HranaServer
let remote: Client
let local: Client

beforeAll(async () => {
  server = await HranaServer.start({ file: join(folder, 'remote.db'), token })
  remote = createClient({ url: server.url, authToken: token })
  local = createClient({ url: `file:${join(folder, 'local.db')}` })
  for (const client of [remote, local])
    await client.executeMultiple(`
      create table dishes (id integer primary key, name text unique, price real, picture blob, big integer);
      create table lines (dish integer references dishes(id), quantity integer check (quantity > 0));
    `)
})

afterAll(async () => {
  remote.close()
  local.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const insert =
  'insert into dishes (id, name, price, picture, big) values (?, ?, ?, ?, ?)'

/** Calls in this order; what one writes the next ones read. */
const calls: Record<string, (client: Client) => Promise<unknown>> = {
  'a constant': (client) => client.execute('select 1 as one'),
  'a number is bound as a float': (client) =>
    client.execute({ sql: 'select typeof(?), typeof(?)', args: [1, 1n] }),
  'a truth value': (client) =>
    client.execute({ sql: 'select ? + 1 as n', args: [true] }),
  'null, text, float': (client) =>
    client.execute({
      sql: 'select ? as a, ? as b, ? as c',
      args: [null, 'Ärger “so”', 1.5],
    }),
  'an insert': (client) =>
    client.execute({ sql: insert, args: [1, 'ramen', 12.5, null, 5n] }),
  'a blob and a large integer': (client) =>
    client.execute({
      sql: insert,
      args: [
        2,
        'dumplings',
        7,
        new Uint8Array([0, 1, 254, 255]),
        9_007_199_254_740_991n,
      ],
    }),
  'rows come back as they went in': (client) =>
    client.execute('select * from dishes order by id'),
  'no row': (client) => client.execute('select * from dishes where id = 99'),
  'named arguments': (client) =>
    client.execute({
      sql: 'select name from dishes where id = :id or name = @name',
      args: { id: 1, name: 'dumplings' },
    }),
  'named arguments with their prefix': (client) =>
    client.execute({ sql: 'select $price as price', args: { $price: 3 } }),
  'an update says how many rows': (client) =>
    client.execute('update dishes set price = price + 1'),
  'an update of nothing': (client) =>
    client.execute('update dishes set price = 0 where id = 99'),
  'a conflict that is ignored': (client) =>
    client.execute({
      sql: `${insert} on conflict do nothing`,
      args: [1, 'ramen', 1, null, null],
    }),
  'a batch': (client) =>
    client.batch(
      [
        { sql: insert, args: [3, 'edamame', 4, null, null] },
        ['select count(*) as dishes from dishes', []],
        'update dishes set price = 9 where id > 1',
      ],
      'write',
    ),
  'a batch without a mode': (client) =>
    client.batch(['select 1 as a', 'select 2 as b']),
  'a read batch': (client) =>
    client.batch(['select max(id) as most from dishes'], 'read'),
  'the same text many times in a batch': (client) =>
    client.batch(
      [4, 5, 6].map((id) => ({
        sql: insert,
        args: [id, `dish ${id}`, id, null, null],
      })),
    ),
  'a migration': (client) =>
    client.migrate([
      'create table notes (text)',
      "insert into notes values ('kept')",
    ]),
  'a trigger in one statement': (client) =>
    client.execute(
      'create trigger note_line after insert on lines begin insert into notes values (new.quantity); end',
    ),
  'rows of a trigger are not counted': (client) =>
    client.execute('insert into lines values (1, 2), (2, 3)'),
  'what the trigger did': (client) => client.execute('select text from notes'),
  'several statements': (client) =>
    client.executeMultiple(
      'delete from notes; insert into notes values (1), (2);',
    ),
  'a delete': (client) => client.execute('delete from notes'),
  'JSON inside SQL': (client) =>
    client.execute({
      sql: 'select value from json_each(?)',
      args: ['["a",2]'],
    }),
  'two columns of one name': (client) =>
    client.execute('select 1 as a, 2 as a'),
}

test.each(Object.entries(calls))(
  'the file client agrees: %s',
  async (_name, call) => {
    expect(plain(await call(remote))).toEqual(plain(await call(local)))
  },
)

const failures: Record<string, { statements: InStatement[]; code: string }> = {
  'a unique column': {
    statements: [{ sql: insert, args: [20, 'ramen', 1, null, null] }],
    code: 'SQLITE_CONSTRAINT',
  },
  'a foreign key': {
    statements: ['insert into lines values (77, 1)'],
    code: 'SQLITE_CONSTRAINT',
  },
  'a check': {
    statements: [
      "insert into dishes (id, name) values (30, 'new')",
      'insert into lines values (1, 0)',
    ],
    code: 'SQLITE_CONSTRAINT',
  },
}

test.each(Object.entries(failures))(
  '%s is refused with its code, and nothing stays',
  async (_name, { statements, code }) => {
    for (const client of [remote, local]) {
      const before = plain(await client.execute('select * from dishes'))
      await expect(client.batch(statements, 'write')).rejects.toMatchObject({
        code,
        statementIndex: statements.length - 1,
      })
      expect(plain(await client.execute('select * from dishes'))).toEqual(
        before,
      )
    }
  },
)

test('SQL that makes no sense is an error of its own over HTTP', async () => {
  await expect(remote.execute('select * from nowhere')).rejects.toMatchObject({
    code: 'SQL_INPUT_ERROR',
  })
})

test('RETURNING gives the same rows; only over HTTP the count is right', async () => {
  const sql = 'update dishes set price = 2 where id < 3 returning id, price'
  const [there, here] = [await remote.execute(sql), await local.execute(sql)]
  expect(plain(there).rows).toEqual(plain(here).rows)
  expect([there.rowsAffected, here.rowsAffected]).toEqual([2, 0])
})

test('integers beyond 2^53 arrive exactly when asked for', async () => {
  const exact = createClient({
    url: server.url,
    authToken: token,
    intMode: 'bigint',
  })
  const big = 9_223_372_036_854_775_807n
  const { rows } = await exact.execute({ sql: 'select ? as big', args: [big] })
  expect(rows[0]?.['big']).toBe(big)
  exact.close()
})

test('a transaction is invisible until it commits', async () => {
  const transaction = await remote.transaction('write')
  await transaction.execute({ sql: insert, args: [40, 'tea', 3, null, null] })
  expect(
    (await transaction.execute('select id from dishes where id = 40')).rows,
  ).toHaveLength(1)
  expect(
    (await remote.execute('select id from dishes where id = 40')).rows,
  ).toHaveLength(0)
  await transaction.commit()
  expect(
    (await remote.execute('select id from dishes where id = 40')).rows,
  ).toHaveLength(1)
})

test.each(['rollback', 'close'] as const)(
  '%s leaves nothing behind',
  async (ending) => {
    const transaction = await remote.transaction('write')
    await transaction.execute({
      sql: insert,
      args: [50, 'gone', 3, null, null],
    })
    await transaction[ending]()
    await expect
      .poll(
        async () =>
          (await remote.execute('select id from dishes where id = 50')).rows,
      )
      .toHaveLength(0)
    await expect.poll(() => server.openStreams).toBe(0)
  },
)

test('a failed statement leaves the transaction open for the next one', async () => {
  const transaction = await remote.transaction('write')
  await transaction.execute({ sql: insert, args: [60, 'soup', 3, null, null] })
  await expect(
    transaction.execute({ sql: insert, args: [61, 'soup', 3, null, null] }),
  ).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' })
  await transaction.commit()
  expect(
    (await remote.execute("select id from dishes where name = 'soup'")).rows,
  ).toHaveLength(1)
})

test('of two writers the second waits for the first', async () => {
  await remote.execute(
    "insert into dishes (id, name, price) values (70, 'counted', 0)",
  )
  const add = async () => {
    const transaction = await remote.transaction('write')
    const { rows } = await transaction.execute(
      'select price from dishes where id = 70',
    )
    const price = Number(rows[0]?.['price']) + 1
    await transaction.execute({
      sql: 'update dishes set price = ? where id = 70',
      args: [price],
    })
    await transaction.commit()
  }
  await Promise.all(Array.from({ length: 12 }, add))
  const { rows } = await remote.execute(
    'select price from dishes where id = 70',
  )
  expect(rows[0]?.['price']).toBe(12)
})

test('a writer that waits too long is told that the database is busy', async () => {
  const impatient = await HranaServer.start({
    file: join(folder, 'busy.db'),
    lockWaitMs: 30,
  })
  const client = createClient({ url: impatient.url })
  await client.execute('create table t (a)')
  const first = await client.transaction('write')
  await first.execute('insert into t values (1)')
  await expect(
    client.execute('insert into t values (2)'),
  ).rejects.toMatchObject({
    code: 'SQLITE_BUSY',
  })
  await first.commit()
  expect((await client.execute('insert into t values (3)')).rowsAffected).toBe(
    1,
  )
  await impatient.close()
})

test('a stream that nobody uses expires and gives the turn back', async () => {
  const hasty = await HranaServer.start({
    file: join(folder, 'idle.db'),
    streamIdleMs: 30,
  })
  const client = createClient({ url: hasty.url })
  await client.execute('create table t (a)')
  const forgotten = await client.transaction('write')
  await forgotten.execute('insert into t values (1)')
  expect((await client.execute('insert into t values (2)')).rowsAffected).toBe(
    1,
  )
  await expect(forgotten.commit()).rejects.toBeInstanceOf(LibsqlError)
  expect((await client.execute('select a from t')).rows).toHaveLength(1)
  await hasty.close()
})

test('without the token nothing is answered', async () => {
  const stranger = createClient({ url: server.url, authToken: 'another' })
  await expect(stranger.execute('select 1')).rejects.toMatchObject({
    code: 'SERVER_ERROR',
  })
})

type Plain = { rows: unknown[] }

/** Results without what differs by design: blobs as lists, no row ids. */
function plain(result: unknown): Plain {
  const text = JSON.stringify(result, (name, value: unknown) => {
    if (name === 'lastInsertRowid') return undefined
    if (value instanceof ArrayBuffer) return [...new Uint8Array(value)]
    return typeof value === 'bigint' ? `${value}n` : value
  })
  return text === undefined ? { rows: [] } : JSON.parse(text)
}
