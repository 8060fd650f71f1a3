import { expect, it } from 'vitest'
import { changedTables, changesInWords } from './row-changes'
import { change } from './testing'

it('changes are told by table, and counted as SQL would', () => {
  const order = { id: 'ord_1', status: 'placed' }
  const tables = changedTables([
    change({ dish: 'a', left: 2 }, { dish: 'a', left: 1 }),
    change(null, order, 'orders', ['id']),
    change({ dish: 'b', left: 2 }, null),
  ])
  expect(tables.map((table) => [table.name, changesInWords(table)])).toEqual([
    ['portions', '1 changed, 0 added, 1 removed'],
    ['orders', '0 changed, 1 added'],
  ])
})

it('the table a statement names comes before what its triggers changed', () => {
  const quota = (rows_left: number) => ({ id: 'sbx_1', rows_left })
  const counted = (from: number) =>
    change(quota(from), quota(from - 1), 'sandboxes', ['id'])
  const line = (position: number) =>
    change(null, { position }, 'order_lines', ['position'])
  const tables = changedTables(
    [counted(9), line(0), counted(8), line(1), counted(7)],
    'order_lines',
  )
  expect(tables.map(({ name }) => name)).toEqual(['order_lines', 'sandboxes'])
  expect(tables[1]?.changes).toEqual([{ ...counted(9), after: quota(6) }])
})

it('a row that came and went within one statement is no change', () => {
  const row = { dish: 'a', left: 1 }
  const [table] = changedTables([change(null, row), change(row, null)])
  expect(table?.changes).toEqual([])
})

it('in a wide table the key and what changed come first', () => {
  const before = { a: 1, b: 2, id: 3, c: 4, status: 'placed', d: 5 }
  const after = { ...before, status: 'accepted' }
  const [table] = changedTables([change(before, after, 'orders', ['id'])])
  expect(table?.columns).toEqual(['id', 'status', 'a', 'b', 'c', 'd'])
})

it('a row that is added keeps the order of its table', () => {
  const row = { a: 1, b: 2, id: 3, c: 4, d: 5 }
  const [table] = changedTables([change(null, row, 'orders', ['id'])])
  expect(table?.columns).toEqual(['a', 'b', 'id', 'c', 'd'])
})
