import { expect, test } from 'vitest'
import { correctClockSkew } from './clock-skew'
import { spanRows } from './span-rows'
import { testSpan } from './testing'

const call = testSpan('call', null, 0, 10, {
  service: 'browser',
  kind: 'client',
})

test('an answer outside its call is moved into the middle, with all its kin', () => {
  const spans = [
    call,
    testSpan('answer', 'call', 100, 104, { kind: 'server' }),
    testSpan('step', 'answer', 101, 102),
  ]
  const { spans: corrected, movedMs } = correctClockSkew(spans)
  expect(movedMs).toEqual({ plateful: -97 })
  expect(spanRows(corrected).map(({ startMs }) => startMs)).toEqual([0, 3, 4])
})

test('clocks that agree are left alone', () => {
  const spans = [call, testSpan('answer', 'call', 2, 8, { kind: 'server' })]
  expect(correctClockSkew(spans)).toEqual({ spans, movedMs: {} })
})
