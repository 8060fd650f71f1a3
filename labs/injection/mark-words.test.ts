import { expect, test } from 'vitest'
import { markWords } from './mark-words'

const joined = (words: string) =>
  markWords(`SELECT name FROM dishes WHERE name LIKE '%${words}%'`, words)
const typed = (words: string) =>
  joined(words).flatMap(({ kind, text }) =>
    kind === 'ours' ? [] : [`${kind}: ${text}`],
  )

test('a plain word is text from end to end', () => {
  expect(typed('noodle')).toEqual(['text: noodle'])
})

test('after a quotation mark the rest is code', () => {
  expect(typed("O'Brien")).toEqual(['text: O', "code: 'Brien"])
})

test('two quotation marks are one letter of the text', () => {
  expect(typed("O''Brien")).toEqual(["text: O''Brien"])
})

test('a comment swallows the rest of our own statement', () => {
  expect(typed("' OR 1=1 --")).toEqual([
    "code: ' OR 1=1 ",
    'comment: --',
    "swallowed: %'",
  ])
})

test('a block comment, a name in quotation marks and a second text are read too', () => {
  expect(typed(`'/*x*/ OR "a'b" = 'c`)).toEqual([
    "code: '",
    'comment: /*x*/',
    `code:  OR "a'b" = '`,
    'text: c',
  ])
})

test('the pieces together are the statement, whatever is typed', () => {
  for (const words of ["'", '--', "a'b'c", '/*', '"', '%', "'';--\n'"]) {
    const statement = `SELECT name FROM dishes WHERE name LIKE '%${words}%'`
    const pieces = markWords(statement, words)
    expect(pieces.map(({ text }) => text).join('')).toBe(statement)
  }
})
