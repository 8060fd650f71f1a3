import fc from 'fast-check'
import { expect, it } from 'vitest'
import { legible } from './legible'

it('laid out JSON is the same JSON', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(JSON.parse(legible(json))).toEqual(JSON.parse(json))
    }),
  )
})

it('what is short stays on a line, and a number keeps its digits', () => {
  const text =
    '{"id":"ord_6a84209af3a99b91cbe2840b","total":{"amount":28.90,"currency":"USD"}}'
  expect(legible(text)).toBe(
    [
      '{',
      '  "id": "ord_6a84209af3a99b91cbe2840b",',
      '  "total": {"amount": 28.90, "currency": "USD"}',
      '}',
    ].join('\n'),
  )
})

it('a body that was cut is laid out as far as it goes', () => {
  const cut = '{"note":"a long one","lines":[{"dish":"mi… (4096 characters)'
  expect(legible(cut)).toBe(
    '{\n  "note": "a long one",\n  "lines": [\n    {\n      "dish": "mi… (4096 characters)',
  )
})

it('what is no JSON stays as it was', () => {
  expect(legible('a: b, {c}')).toBe('a: b, {c}')
})
