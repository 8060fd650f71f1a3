import { expect, test } from 'vitest'
import { Trace, type Span } from '@/contracts/trace'
import { change, statementSpan, testSpan } from '@/components/trace/testing'
import recording from '@/recordings/place-order.json'
import { questionOf, type PredictionKind } from './questions'
import { answerOf, scoreOf } from './score'

const recorded = Trace.parse(recording.trace).spans
const ask = (kind: PredictionKind, spans: readonly Span[]) => {
  const question = questionOf(kind, recorded)
  return { question, answer: answerOf(question, spans) }
}

const post = {
  name: 'POST /api/orders',
  attributes: { 'http.request.method': 'POST' } as Span['attributes'],
}
const door = (rest: Partial<Span> = {}) =>
  testSpan('door', null, 0, 20, { ...post, kind: 'server', ...rest })
const wrote = (outcome: 'COMMIT' | 'ROLLBACK') => [
  testSpan('t', 'door', 5, 12, {
    name: 'transaction',
    attributes: { 'db.system.name': 'sqlite' },
  }),
  statementSpan('begin', 't', 5, 'BEGIN'),
  statementSpan('w', 't', 7, 'insert into orders', {
    changes: [change(null, { id: 'ord_1' }, 'orders', ['id'])],
  }),
  statementSpan('end', 't', 9, outcome),
]

test('of a recorded order every question has an answer among its options', () => {
  for (const kind of ['statements', 'tables', 'longest', 'fate'] as const) {
    const { question, answer } = ask(kind, recorded)
    expect(answer?.ids.length, kind).toBeGreaterThan(0)
    const options = question.options.map(({ id }) => id)
    for (const id of answer?.ids ?? []) expect(options).toContain(id)
    expect(new Set(options).size).toBe(options.length)
    expect(answer && scoreOf(answer.ids, answer)).toBe('right')
  }
})

test('the answer follows the trace: more statements, another range', () => {
  const few = [door(), statementSpan('a', 'door', 1, 'select 1')]
  expect(ask('statements', few).answer).toMatchObject({
    ids: ['few'],
    said: '1: 1 SELECT.',
  })
  const many = [
    door(),
    ...Array.from({ length: 25 }, (_, at) =>
      statementSpan(`s${at}`, 'door', 1, 'select 1'),
    ),
  ]
  expect(ask('statements', many).answer?.ids).toEqual(['lots'])
})

test('a table that was written and rolled back has not changed', () => {
  const kept = ask('tables', [door(), ...wrote('COMMIT')]).answer
  expect(kept).toMatchObject({ ids: ['orders'], spanId: 'w' })
  const undone = ask('tables', [door(), ...wrote('ROLLBACK')]).answer
  expect(undone).toMatchObject({ ids: [], spanId: null })
  expect(undone && scoreOf([], undone)).toBe('right')
  expect(undone && scoreOf(['orders'], undone)).toBe('wrong')
})

test('the longest step is the one that took longest, known or not', () => {
  const steps = (longest: string) => [
    door(),
    testSpan('a', 'door', 1, 2, { name: 'read the order' }),
    testSpan('b', 'door', 3, 13, { name: longest }),
  ]
  expect(ask('longest', steps('save the order')).answer).toMatchObject({
    ids: ['save the order'],
    spanId: 'b',
    said: expect.stringContaining('10.0 ms, 50 %'),
  })
  expect(ask('longest', steps('wait for rain')).answer?.ids).toEqual(['other'])
})

test('what the guest gets is told by the tries and by the database', () => {
  const sent = (id: string, at: number, status?: number) =>
    testSpan(id, null, at, at + 5, {
      ...post,
      kind: 'client',
      service: 'browser',
      attributes: {
        ...post.attributes,
        ...(status ? { 'http.response.status_code': status } : {}),
      },
    })
  const fate = (...spans: Span[]) => ask('fate', spans).answer?.ids
  expect(fate(door(), sent('x', 0, 201))).toEqual(['first'])
  expect(fate(door(), sent('x', 0), sent('y', 9, 201))).toEqual(['later'])
  expect(fate(door(), sent('x', 0, 409))).toEqual(['refused'])
  expect(fate(door(), sent('x', 0), ...wrote('COMMIT'))).toEqual(['kept'])
  expect(fate(door(), sent('x', 0), ...wrote('ROLLBACK'))).toEqual(['lost'])
})

test('some of it is partly right, and too much is not right', () => {
  const answer = { ids: ['a', 'b'], said: '', spanId: null }
  expect(scoreOf(['b', 'a'], answer)).toBe('right')
  expect(scoreOf(['a'], answer)).toBe('partly')
  expect(scoreOf(['a', 'b', 'c'], answer)).toBe('partly')
  expect(scoreOf(['c'], answer)).toBe('wrong')
})

test('a trace that has not reached the backend tells nothing yet', () => {
  const browser = testSpan('p', null, 0, 1, { service: 'browser' })
  expect(ask('statements', [browser]).answer).toBeNull()
})
