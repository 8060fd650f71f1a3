import { expect, it } from 'vitest'
import { fateOf, fetchTrace, traceAddress } from './fetch-trace'

const none = new Headers()
const problem = {
  type: 'http://127.0.0.1:3000/problems/busy',
  title: 'The database is busy',
  status: 503,
  detail: 'Too many writes are waiting.',
  instance: '/api/traces/1',
}

it('an id that cannot be one is missing, and nobody is asked', async () => {
  for (const id of ['', 'abc', 'z'.repeat(32), '0'.repeat(33), '../orders'])
    expect(await fetchTrace(id, null)).toEqual({ kind: 'missing' })
})

it('an expired sandbox took its traces with it', () => {
  expect(fateOf(401, none, {})).toEqual({ kind: 'missing' })
  expect(fateOf(404, none, {})).toEqual({ kind: 'missing' })
})

it('whoever has to wait is told how long', () => {
  const headers = new Headers({ 'retry-after': '17' })
  expect(fateOf(429, headers, problem)).toEqual({ kind: 'wait', seconds: 17 })
  expect(fateOf(503, none, problem)).toEqual({ kind: 'wait', seconds: 5 })
})

it('an answer that is no trace is never shown as one', () => {
  expect(fateOf(200, none, { spans: [] })).toEqual({ kind: 'unwell' })
  expect(fateOf(500, none, problem)).toEqual({ kind: 'unwell' })
  expect(fateOf(503, none, 'from a proxy')).toEqual({ kind: 'unwell' })
})

it('a trace is a trace', () => {
  const trace = { traceId: 'a'.repeat(32), spans: [], truncated: false }
  const found = { kind: 'found', trace, sharedAt: null }
  expect(fateOf(200, none, trace)).toEqual(found)
})

it('a shared copy is the trace that it is a copy of', () => {
  const trace = { traceId: 'a'.repeat(32), spans: [], truncated: false }
  const sharedAt = '2026-11-25T19:00:00.000Z'
  const copy = { id: `shr_${'b'.repeat(32)}`, sharedAt, ...trace }
  const found = { kind: 'found', trace, sharedAt }
  expect(fateOf(200, none, copy)).toEqual(found)
})

it('only an id of either kind leads anywhere', () => {
  const [id, share] = ['AB'.repeat(16), `shr_${'b'.repeat(32)}`]
  expect(traceAddress(id)).toBe(`/api/traces/${'ab'.repeat(16)}`)
  expect(traceAddress(share)).toBe(`/api/shared/${share}`)
  for (const other of ['shr_', `shr_${'B'.repeat(32)}`, '../orders', `${id}/`])
    expect(traceAddress(other)).toBeNull()
})
