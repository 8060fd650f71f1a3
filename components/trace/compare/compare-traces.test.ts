import { expect, test } from 'vitest'
import type { Span } from '@/contracts/trace'
import { replayOf } from '../replay/model'
import { change, statementSpan, testSpan } from '../testing'
import { compareTraces, isDifferent } from './compare-traces'
import { rowSentence, summaryOf, totalsOf } from './compare-words'

const answered = (status: number) => ({
  kind: 'server' as const,
  attributes: { 'http.response.status_code': status },
})
const named = (name: string, rest: Partial<Span> = {}) => ({ name, ...rest })
const failed = { status: { code: 'error' as const, message: 'busy' } }

/** A request that reads and writes; with retries it writes again until it may. */
function request(retries: number, readMs: number): Span[] {
  const end = 10 + readMs + retries * 5
  const writes = Array.from({ length: retries + 1 }, (_, at) =>
    statementSpan(`w${at}`, 'r', 4 + readMs + at * 5, 'insert into orders', {
      changes:
        at === retries ? [change(null, { id: 1 }, 'orders', ['id'])] : [],
    }),
  )
  return [
    testSpan('r', null, 0, end, named('POST /api/orders', answered(201))),
    testSpan('s', 'r', 1, 2 + readMs, named('read the order')),
    ...writes.map((span, at) => (at < retries ? { ...span, ...failed } : span)),
  ]
}

const compare = (a: Span[], b: Span[]) => {
  const [one, other] = [replayOf(a), replayOf(b)]
  const rows = compareTraces(one, other)
  return {
    rows,
    totals: totalsOf(one, other),
    said: summaryOf(rows, one, other),
  }
}

test('a trace beside itself has no difference', () => {
  const { rows, totals, said } = compare(request(0, 1), request(0, 1))
  expect(rows.filter(isDifferent)).toEqual([])
  expect(totals.map(({ difference }) => difference)).toEqual([
    '',
    '1.0×',
    '',
    '',
    '',
    '',
  ])
  expect(said).toEqual({
    time: 'Both take the same time.',
    steps: 'All 3 steps are alike.',
  })
})

test('a retry is the same step again, and says which time', () => {
  const { rows, totals, said } = compare(request(0, 1), request(2, 1))
  expect(rows.map(({ mark, time }) => `${mark} ${time}`)).toEqual([
    'slower 1',
    'same 1',
    'same 1',
    'repeated 2',
    'repeated 3',
  ])
  expect(rows[2]?.isOtherEnd).toBe(true)
  expect(rows.map(rowSentence)).toEqual([
    expect.stringMatching(
      /: slower, B takes 1\.9 times as long: 11\.0 ms in A, 21\.0 ms in B\.$/,
    ),
    'Does the order make sense?: the same in both: 2.0 ms in A, 2.0 ms in B.',
    expect.stringMatching(/in B\. It fails in B\.$/),
    expect.stringMatching(
      /: B does it a second time, in 0\.5 ms\. It fails in B\.$/,
    ),
    expect.stringMatching(/: B does it a third time, in 0\.5 ms\.$/),
  ])
  expect(said).toEqual({
    time: 'B takes 10.0 ms longer.',
    steps: 'Of 5 steps 2 are done again and 1 is slower; 2 are alike.',
  })
  const told = Object.fromEntries(totals.map((one) => [one.term, one]))
  expect(told['Statements']).toMatchObject({ a: '1', b: '3', difference: '+2' })
  expect(told['Rows changed']).toMatchObject({ a: '1', b: '1', difference: '' })
  expect(told['Failed']).toMatchObject({ b: '2', isWorse: true })
})

test('what is missing in one is added in the other', () => {
  const long = request(0, 1)
  const short = long.filter(({ spanId }) => spanId !== 's')
  expect(compare(long, short).rows.map(({ mark }) => mark)).toContain('missing')
  expect(compare(short, long).rows.map(({ mark }) => mark)).toContain('added')
})

test('a step that takes longer has both times and how many times as long', () => {
  const { rows } = compare(request(0, 1), request(0, 9))
  const slower = rows.find(({ title }) => title.startsWith('Does the order'))
  expect(slower).toMatchObject({ mark: 'slower', ratio: 5 })
  expect(slower && rowSentence(slower)).toContain('5.0 times as long')
  const back = compare(request(0, 9), request(0, 1)).rows
  const faster = back.find(({ title }) => title.startsWith('Does'))
  expect(faster && rowSentence(faster)).toContain('faster, B is 5.0 times')
})

test('a list of values may be longer, and the step is the same', () => {
  const wrote = (values: string) => [
    statementSpan('w', null, 0, `insert into lines (a, b) values ${values}`),
  ]
  const [one, three] = [wrote('(?, ?)'), wrote('(?, ?), (?, ?), (?, ?)')]
  expect(compare(one, three).rows.map(({ mark }) => mark)).toEqual(['same'])
  const other = [
    statementSpan('w', null, 0, 'insert into dishes (a) values (?)'),
  ]
  expect(compare(one, other).rows).toHaveLength(2)
})

test('a hair of a millisecond is no difference, however many times it is', () => {
  const a = [testSpan('a', null, 0, 0.01)]
  const b = [testSpan('a', null, 0, 0.5)]
  expect(compare(a, b).rows[0]?.mark).toBe('same')
})
