import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Row, RowChange, Span } from '@/contracts/trace'
import { tablesAt, type TableRow } from './tables'
import { change, statementSpan, testSpan } from './testing'

type Op = { dish: string; left: number | null }
type Block = { kind: 'alone' | 'COMMIT' | 'ROLLBACK' | 'lost'; ops: Op[] }
type Model = Map<string, Row>

const op = fc.record({
  dish: fc.constantFrom('ramen', 'dumplings', 'curry'),
  left: fc.option(fc.integer({ min: 0, max: 9 })),
})
const blocks = fc.array(
  fc.record<Block>({
    kind: fc.constantFrom('alone', 'COMMIT', 'ROLLBACK', 'lost'),
    ops: fc.array(op, { minLength: 1, maxLength: 5 }),
  }),
  { maxLength: 6 },
)
const start = fc.dictionary(
  fc.constantFrom('ramen', 'dumplings', 'curry'),
  fc.integer({ min: 0, max: 9 }),
)

/** A database that runs the blocks, and the trace it would leave behind. */
function run(before: Record<string, number>, program: readonly Block[]) {
  const model: Model = new Map(
    Object.entries(before).map(([dish, left]) => [dish, { dish, left }]),
  )
  const spans: Span[] = []
  const states: Model[] = []
  let now = 0
  const add = (span: Span) => {
    spans.push(span)
    states.push(new Map(model))
  }
  program.forEach(({ kind, ops }, at) => {
    const id = kind === 'alone' ? null : `transaction ${at}`
    const saved = new Map(model)
    const opened = now
    if (id) add(statementSpan(`${id} BEGIN`, id, (now += 1), 'BEGIN'))
    for (const { dish, left } of ops) {
      const was = model.get(dish) ?? null
      const is = left === null ? null : { dish, left }
      const changes = was || is ? [change(was, is)] : []
      if (is) model.set(dish, is)
      else model.delete(dish)
      now += 1
      add(statementSpan(`s${now}`, id, now, 'UPDATE portions', { changes }))
    }
    if (kind === 'ROLLBACK' || kind === 'lost') {
      model.clear()
      for (const [dish, row] of saved) model.set(dish, row)
    }
    if (!id) return
    now += 1
    if (kind !== 'lost') add(statementSpan(`${id} end`, id, now, kind))
    now += 1
    const code = kind === 'COMMIT' ? 'unset' : 'error'
    spans.push(testSpan(id, null, opened + 0.9, now, { status: { code } }))
    now += 1
  })
  return { spans, states, model }
}

/** The rows as they are, of those dishes that the trace ever met. */
function rowsOf(spans: readonly Span[], step: number): Model {
  const [table] = tablesAt(spans, step)
  return new Map(
    (table?.rows ?? []).flatMap(({ after }) =>
      after ? [[String(after.dish), after]] : [],
    ),
  )
}

function met(model: Model, spans: readonly Span[]): Model {
  const dishes = new Set(
    spans.flatMap(({ sql }) =>
      (sql?.changes ?? []).map(({ before, after }) => (before ?? after)?.dish),
    ),
  )
  return new Map([...model].filter(([dish]) => dishes.has(dish)))
}

function numberOf(spans: readonly Span[], spanId: string): number {
  return (
    [...spans]
      .sort((a, b) => (a.startTimeUnixNano < b.startTimeUnixNano ? -1 : 1))
      .findIndex((span) => span.spanId === spanId) + 1
  )
}

it('folding every change up to a step gives the database at that step', () => {
  fc.assert(
    fc.property(start, blocks, (before, program) => {
      const { spans, states, model } = run(before, program)
      const statements = spans.filter(({ sql }) => sql)
      statements.forEach((span, at) => {
        const folded = rowsOf(spans, numberOf(spans, span.spanId))
        const state = states[at] ?? new Map()
        expect(folded).toEqual(met(state, spans))
      })
      // One more span, so that a transaction without an end is over.
      const ended = [...spans, testSpan('last', null, 1e6, 1e6 + 1)]
      const end = ended.length
      expect(rowsOf(ended, end)).toEqual(met(model, spans))
      expect(rowsOf(ended, end + 7)).toEqual(met(model, spans))
    }),
  )
})

it('what is rolled back leaves everything as it was at the start', () => {
  fc.assert(
    fc.property(start, fc.array(op, { minLength: 1 }), (before, ops) => {
      const { spans } = run(before, [{ kind: 'ROLLBACK', ops }])
      expect(rowsOf(spans, spans.length)).toEqual(rowsOf(spans, 0))
    }),
  )
})

it('before the first step nothing has changed, whatever comes', () => {
  fc.assert(
    fc.property(start, blocks, (before, program) => {
      const { spans } = run(before, program)
      const rows = tablesAt(spans, 0).flatMap(({ rows }) => rows)
      for (const row of rows) {
        expect(row).toMatchObject({ state: 'untouched', changedHere: false })
      }
    }),
  )
})

function statesOf(spans: readonly Span[], step: number) {
  return tablesAt(spans, step).flatMap(({ rows }) =>
    rows.map(({ state, changedHere, before, after }: TableRow) => ({
      state,
      changedHere,
      before: before?.left,
      after: after?.left,
    })),
  )
}

it('a change is in pencil until its transaction commits', () => {
  const spans = [
    statementSpan('begin', 't', 1, 'BEGIN'),
    statementSpan('update', 't', 2, 'UPDATE portions', {
      changes: [change({ dish: 'ramen', left: 9 }, { dish: 'ramen', left: 7 })],
    }),
    statementSpan('select', 't', 3, 'SELECT 1'),
    statementSpan('commit', 't', 4, 'COMMIT'),
  ]
  expect([1, 2, 3, 4].flatMap((step) => statesOf(spans, step))).toEqual([
    { state: 'untouched', changedHere: false, before: 9, after: 9 },
    { state: 'pending', changedHere: true, before: 9, after: 7 },
    { state: 'pending', changedHere: false, before: 7, after: 7 },
    { state: 'committed', changedHere: false, before: 7, after: 7 },
  ])
  const settled = [1, 2, 3, 4, 5].map((step) =>
    tablesAt(spans.concat(testSpan('later', null, 9, 9)), step).some(
      ({ rows }) => rows.some((row) => row.settledHere),
    ),
  )
  expect(settled).toEqual([false, false, false, true, false])
})

it('a row that a transaction removed is there in pencil until it is decided', () => {
  const removal = (end: 'COMMIT' | 'ROLLBACK') => [
    statementSpan('begin', 't', 1, 'BEGIN'),
    statementSpan('delete', 't', 2, 'DELETE FROM portions', {
      changes: [change({ dish: 'ramen', left: 9 }, null)],
    }),
    statementSpan('select', 't', 3, 'SELECT 1'),
    statementSpan('end', 't', 4, end),
  ]
  const gone = { state: 'pending', before: 9, after: undefined }
  expect(statesOf(removal('COMMIT'), 2)).toMatchObject([gone])
  expect(statesOf(removal('COMMIT'), 3)).toMatchObject([gone])
  expect(statesOf(removal('COMMIT'), 4)).toEqual([])
  expect(statesOf(removal('ROLLBACK'), 4)).toMatchObject([
    { state: 'untouched', changedHere: true, after: 9 },
  ])
})

it('a row changed twice by one statement was before it as it was at first', () => {
  const spans = [
    statementSpan('update', null, 1, 'UPDATE portions', {
      changes: [
        change({ dish: 'ramen', left: 9 }, { dish: 'ramen', left: 8 }),
        change({ dish: 'ramen', left: 8 }, { dish: 'ramen', left: 7 }),
      ],
    }),
  ]
  expect(statesOf(spans, 1)).toMatchObject([{ before: 9, after: 7 }])
})

it('a failed statement changed nothing', () => {
  const spans = [
    statementSpan(
      'insert',
      null,
      1,
      'INSERT INTO portions',
      { changes: [change(null, { dish: 'ramen', left: 1 })] },
      { status: { code: 'error', message: 'SQLITE_CONSTRAINT' } },
    ),
  ]
  expect(tablesAt(spans, 1).flatMap(({ rows }) => rows)).toEqual([])
})

function read(spanId: string, startMs: number, rows: Row[], text?: string) {
  const select = text ?? 'select "dish", "left" from "portions" where 1'
  return statementSpan(spanId, null, startMs, select, {
    rows,
    rowsReturned: rows.length,
  })
}
const took: RowChange = change(
  { dish: 'ramen', left: 9 },
  { dish: 'ramen', left: 8 },
)

it('a row that was read is known, and stays the same when it is changed', () => {
  const spans = [
    read('read', 1, [{ dish: 'ramen', left: 9 }]),
    statementSpan('update', null, 2, 'UPDATE', { changes: [took] }),
  ]
  expect(statesOf(spans, 1)).toMatchObject([{ state: 'untouched', after: 9 }])
  expect(statesOf(spans, 2)).toMatchObject([{ state: 'committed', after: 8 }])
})

it('rows of a join, of a group, or without their key are not taken for rows', () => {
  const row = { dish: 'curry', left: 2 }
  const change = statementSpan('u', null, 9, 'UPDATE', { changes: [took] })
  for (const text of [
    'select "dish", "left" from "portions" join "dishes" on 1',
    'select "dish", count(*) as "left" from "portions" where 1',
    'select "dish", "left" from "portions" where 1 group by "dish"',
  ])
    expect(statesOf([read('r', 1, [row], text), change], 1)).toHaveLength(1)
  const keyless = read('r', 1, [{ left: 2 }], 'select "left" from "portions"')
  expect(statesOf([keyless, change], 1)).toHaveLength(1)
})

it('a table that nothing changes shows the rows that were read, each once', () => {
  const dish = { id: 'ramen', price_minor: 1250 }
  const spans = [
    read('a', 1, [dish], 'select "id", "price_minor" from "dishes"'),
    read('b', 2, [dish], 'select "id", "price_minor" from "dishes"'),
  ]
  expect(tablesAt(spans, 2)).toMatchObject([
    { name: 'dishes', key: [], rows: [{ after: dish, state: 'untouched' }] },
  ])
})

it('after changes were left out, a row read later was not surely there before', () => {
  const spans = [
    statementSpan('much', null, 1, 'INSERT', {
      changes: [],
      changesLeftOut: 3,
    }),
    read('read', 2, [{ dish: 'curry', left: 3 }]),
  ]
  expect(statesOf(spans, 1)).toEqual([])
  expect(statesOf(spans, 2)).toMatchObject([{ after: 3 }])
})
