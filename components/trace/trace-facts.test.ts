import { expect, test } from 'vitest'
import { traceFacts, travelOf } from './trace-facts'
import { testSpan } from './testing'

const sql = { text: '', parameters: [], rowsReturned: null, rowsAffected: 2 }
const spans = [
  testSpan('call', null, 0, 20, {
    service: 'browser',
    kind: 'client',
    attributes: { 'http.request.method': 'POST' },
  }),
  testSpan('door', 'call', 3, 15, { kind: 'server' }),
  testSpan('one', 'door', 4, 8, { sql }),
  testSpan('two', 'door', 6, 9, { sql }),
]

test('figures are counted from the spans', () => {
  const facts = traceFacts(spans)
  expect(facts).toMatchObject({
    durationMs: 20,
    spans: 4,
    statements: 2,
    rowsWritten: 4,
    failed: 0,
  })
})

test('two statements at once are not counted twice as time', () => {
  expect(traceFacts(spans).busyMs.data).toBe(5)
})

test('the road is what lies between the two programs', () => {
  expect(travelOf(spans)).toEqual({
    requestMs: 3,
    responseMs: 5,
    leaveMs: 0,
    backMs: 15,
  })
})
