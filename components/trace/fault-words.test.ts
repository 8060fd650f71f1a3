import { expect, test } from 'vitest'
import { faultRules } from '@/contracts/faults'
import { faultOfBar, faultSentence, faultTitle } from './fault-words'
import { sentenceOf } from './story'
import { titleOf } from './step-titles'
import { testSpan } from './testing'

const suffering = (name: string, rest = {}) =>
  testSpan('a1', null, 0, 1, { attributes: { 'fault.name': name }, ...rest })

test('every fault has its words in the story and on its bar', () => {
  for (const name of Object.keys(faultRules)) {
    expect(faultSentence(suffering(name))).toMatch(
      /^The fault you armed: .+\.$/,
    )
    expect(faultTitle(suffering(name))).toBeTruthy()
    expect(sentenceOf(suffering(name, { name: 'save the order' }))).toContain(
      'The fault you armed',
    )
  }
})

test('what anybody else put into a span is no fault', () => {
  for (const name of ['toString', '__proto__', 'unheard-of'])
    expect(faultTitle(suffering(name))).toBeNull()
  expect(faultSentence(testSpan('a1', null, 0, 1))).toBe('')
})

test('the fault of a whole request colours nothing that the server did', () => {
  const door = { kind: 'server', name: 'POST /api/orders' } as const
  expect(faultOfBar(suffering('drop-response', door))).toBeNull()
  expect(faultOfBar(suffering('db-slow', { kind: 'client' }))).toBe(
    'slow database',
  )
})

test('a request that is sent again, and an answer that broke off, are called so', () => {
  const again = testSpan('a2', null, 0, 1, {
    name: 'POST /api/orders',
    kind: 'client',
    service: 'browser',
    attributes: {
      'http.request.method': 'POST',
      'http.request.resend_count': 1,
      'request.same_key': true,
    },
  })
  expect(titleOf(again)).toBe('Ask again')
  expect(sentenceOf(again)).toBe('The page asks again, with the same key.')
  const cut = testSpan('a3', null, 0, 1, {
    name: 'read the reply',
    service: 'browser',
    status: { code: 'error', message: 'the line was cut' },
  })
  expect(titleOf(cut)).toBe('The answer never arrives')
})
