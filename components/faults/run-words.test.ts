import { expect, test } from 'vitest'
import { runWords } from './run-words'

const run = (given: Partial<Parameters<typeof runWords>[0]>) =>
  runWords({ traceId: '', answers: [201], kept: 1, broken: null, ...given })

test('a run is told by its answers, in their order, and by what is kept', () => {
  expect(run({})).toBe('201. 1 order is kept.')
  expect(run({ answers: [503, 201] })).toBe('503, then 201. 1 order is kept.')
  expect(run({ answers: [null, 201] })).toBe(
    'No answer, then 201. 1 order is kept.',
  )
  expect(run({ answers: [422], kept: 0 })).toBe('422. No order is kept.')
})

test('many answers are counted, and what is broken is named', () => {
  const answers = [201, 429, 201, 429, 201, 429]
  expect(run({ answers, kept: 3, broken: 'once' })).toBe(
    '3 × 201, then 3 × 429. 3 orders are kept. No longer true: no order twice.',
  )
})
