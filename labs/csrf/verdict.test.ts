import { expect, test } from 'vitest'
import type { Experiment } from '@/contracts/csrf-lab'
import { attackOn, hostilePage } from './hostile-page'
import type { Result } from './use-forgery'
import { answerOf, fateOf, sentenceOf } from './verdict'
import { thief } from './words'

const experiment = (
  door: Experiment['door'],
  arrived: [string, string][] | null,
  email: string | null = null,
): Experiment => ({ door, path: '', arrived, email, traceId: null })

const forged: [string, string][] = [
  ['method', 'POST'],
  ['sec-fetch-site', 'cross-site'],
]
const done: Result = {
  way: 'form',
  sameSite: 'none',
  hasOrdered: false,
  doors: {
    trusting: experiment('trusting', forged, thief),
    guarded: experiment('guarded', forged),
  },
}

test('what became of a request is told by what arrived, and by the address after it', () => {
  expect(fateOf(done.doors.trusting)).toBe('done')
  expect(fateOf(done.doors.guarded)).toBe('refused')
  expect(fateOf(experiment('trusting', null))).toBe('nothing')
  expect(fateOf(experiment('trusting', forged))).toBe('no-cookie')
  expect(fateOf(experiment('guarded', [['method', 'GET']]))).toBe(
    'wrong-method',
  )
  expect(fateOf(experiment('guarded', [['method', 'OPTIONS']]))).toBe(
    'question',
  )
  const own: [string, string][] = [
    ['method', 'POST'],
    ['sec-fetch-site', 'same-origin'],
  ]
  expect(fateOf(experiment('guarded', own))).toBe('no-cookie')
})

test('the bet is answered by a form with a cookie that travels, and by nothing else', () => {
  expect(answerOf([])).toBeNull()
  expect(answerOf([{ ...done, sameSite: 'lax' }])).toBeNull()
  expect(answerOf([done])?.ids).toEqual(['done'])
  const trusting = experiment('trusting', null)
  const none = { ...done, doors: { ...done.doors, trusting } }
  expect(answerOf([none])?.ids).toEqual(['stopped'])
  // A browser that gives frames no cookie has not answered yet; its tab has.
  const bare = {
    ...done,
    doors: { ...done.doors, trusting: experiment('trusting', forged) },
  }
  expect(answerOf([bare])).toBeNull()
  expect(answerOf([bare, { ...done, way: 'tab' }])?.ids).toEqual(['done'])
})

test('an order of the reader’s would be told before anything else', () => {
  expect(sentenceOf({ ...done, hasOrdered: true }, false, 'form')).toContain(
    'must not be',
  )
  expect(sentenceOf(done, false, 'form')).toContain('403')
})

test('the hostile page has one attack for each door, and no origin of its own in it', () => {
  const urls = ['https://a.example/1', 'https://a.example/2']
  const page = hostilePage('form', urls)
  for (const url of urls) expect(page).toContain(`action="${url}"`)
  expect(page.match(/<form /g)).toHaveLength(2)
  expect(attackOn('json', 'u', 'f')).toContain('application/json')
  expect(attackOn('image', 'u', 'f')).toBe(
    `<img src="u?email=${thief}" alt="">`,
  )
})
