import { expect, test } from 'vitest'
import { excerptOf, markWords } from './marks'

test('the words that were asked for are marked where they begin', () => {
  expect(markWords('An index, an Index; no subindex', ['index'])).toEqual([
    { text: 'An ', isMarked: false },
    { text: 'index', isMarked: true },
    { text: ', an ', isMarked: false },
    { text: 'Index', isMarked: true },
    { text: '; no subindex', isMarked: false },
  ])
  expect(markWords('What is (a+b)?', ['(a+b)'])[1]?.text).toBe('(a+b)')
  expect(markWords('Nothing', [])).toEqual([
    { text: 'Nothing', isMarked: false },
  ])
})

test('an excerpt holds the word, and is cut between words', () => {
  const text = `${'one two three '.repeat(30)}transaction ${'four five six '.repeat(30)}`
  const excerpt = excerptOf(text, ['transaction'])
  expect(excerpt).toContain('transaction')
  expect(excerpt.length).toBeLessThan(140)
  expect(excerpt).toMatch(/^… (one|two|three) .* (four|five|six) …$/)
  expect(excerptOf('short', ['x'])).toBe('short')
  expect(excerptOf('a'.repeat(300), ['x']).length).toBeLessThan(140)
})
