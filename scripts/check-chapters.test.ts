import { expect, test } from 'vitest'
import { checkChapters, type Book } from './check-chapters'

const transaction = {
  name: 'Transaction',
  also: ['transactions'],
  says: 'All of it, or none of it.',
  chapter: 'databases',
}

function book(texts: Record<string, string>): Book {
  return {
    chapters: Object.entries(texts).map(([slug, text]) => ({ slug, text })),
    order: ['servers', 'databases', 'the-order'],
    glossary: { transaction },
    labs: ['index'],
  }
}

const marked = 'It is <Term id="transaction">a transaction</Term>.'

test('a chapter that keeps to the rules has no findings', () => {
  expect(
    checkChapters(
      book({
        servers: 'One waiter.',
        databases: `## Both\n\n${marked}\n\n<Lab name="index" />`,
        'the-order': 'Transactions hold.',
      }),
    ),
  ).toEqual([])
})

test('a term used before it is explained is found, in its chapter and before it', () => {
  expect(checkChapters(book({ servers: 'In transactions.' }))).toHaveLength(1)
  expect(
    checkChapters(book({ databases: `A transaction first. ${marked}` })),
  ).toHaveLength(1)
  expect(checkChapters(book({ databases: 'Never.' }))).toHaveLength(1)
})

test('code and addresses are not prose', () => {
  expect(
    checkChapters(
      book({ servers: 'See `db.transaction` and [that](/a/transaction).' }),
    ),
  ).toEqual([])
})

test('labs and terms that are not there, broken paragraphs and loud words are found', () => {
  const found = checkChapters(
    book({
      'the-order': [
        '<Lab name="gone" />',
        'x <Term id="gone">y</Term>',
        '<Term id="transaction">line</Term> begins.',
        'It is simply so.',
        'Look!',
      ].join('\n'),
    }),
  )
  expect(found).toHaveLength(5)
})
