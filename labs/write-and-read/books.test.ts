import { is, getTableName, Table } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { change, statementSpan, testSpan } from '@/components/trace/testing'
import { events } from '@/db/schema/events'
import { outbox } from '@/db/schema/messages'
import { orderLines, orders } from '@/db/schema/orders'
import { dishes, portions, restaurants } from '@/db/schema/restaurants'
import { booksOf, shapes } from './books'
import { answerOf } from './verdict'

const schema: SQLiteTable[] = [
  orders,
  orderLines,
  events,
  outbox,
  portions,
  dishes,
  restaurants,
]

test('the keys that are shown are those of the real tables', () => {
  for (const shape of shapes) {
    const table = schema.find((one) => getTableName(one) === shape.name)
    if (!table || !is(table, Table)) throw new Error(shape.name)
    const { columns, primaryKeys, foreignKeys } = getTableConfig(table)
    const primary = [
      ...columns.filter((column) => column.primary),
      ...primaryKeys.flatMap((key) => key.columns),
    ].map(({ name }) => name)
    expect(primary.toSorted(), shape.name).toEqual(shape.primary.toSorted())
    const names = columns.map(({ name }) => name)
    for (const column of shape.columns) expect(names).toContain(column)
    const rules = foreignKeys.map((key) => {
      const { columns, foreignTable, foreignColumns } = key.reference()
      return `${columns[0]?.name} ${getTableName(foreignTable)}.${foreignColumns[0]?.name}`
    })
    for (const [column, to] of Object.entries(shape.references))
      expect(
        rules.includes(`${column} ${to.table}.${to.column}`),
        `${shape.name}.${column}`,
      ).toBe(to.isRule)
  }
})

const spans = [
  testSpan('door', null, 0, 100),
  statementSpan('menu', 'door', 1, 'select id, name from dishes', {
    rows: [{ id: 'miso-ramen', name: 'Miso ramen' }],
  }),
  testSpan('save', 'door', 10, 50, { name: 'save the order' }),
  testSpan('transaction', 'save', 11, 49),
  statementSpan('a', 'transaction', 12, 'insert into orders', {
    changes: [change(null, { id: 'ord_1' }, 'orders', ['id'])],
  }),
  statementSpan('b', 'transaction', 14, 'update portions', {
    changes: [
      change(
        { sandbox_id: 's', dish: 'miso-ramen', left: 9 },
        { sandbox_id: 's', dish: 'miso-ramen', left: 8 },
      ),
    ],
  }),
  statementSpan('later', 'save', 60, 'update outbox', {
    changes: [change(null, { id: 'msg_1' }, 'outbox', ['id'])],
  }),
]

test('shown are the rows that saving the order wrote, and the menu it read', () => {
  expect(
    booksOf(spans).map(({ name, rows, isWritten }) => [
      name,
      rows.length,
      isWritten,
    ]),
  ).toEqual([
    ['orders', 1, true],
    ['portions', 1, true],
    ['dishes', 1, false],
  ])
  expect(booksOf(spans)[1]?.rows[0]).toMatchObject({ left: 8 })
})

test('the bet is answered by the tables that were written', () => {
  expect(answerOf([])).toBeNull()
  expect(answerOf(spans)).toMatchObject({
    ids: ['2'],
    said: '2: orders, portions. All in one transaction.',
  })
})
