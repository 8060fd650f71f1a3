import { expect, test } from 'vitest'
import { entriesOf } from './entries-of'
import { siteEntries } from './site-entries'

test('a chapter is found as a whole, and each of its parts where it stands', () => {
  const entries = entriesOf({
    chapters: [
      {
        number: 3,
        slug: 'databases',
        title: 'Databases: the filing cabinet',
        line: 'Tables and indexes.',
        text: '<Lede>It has to be somewhere.</Lede>\n\n## Both or neither\n\nTwo writes.',
      },
    ],
    labs: {},
    glossary: {
      transaction: {
        name: 'Transaction',
        also: ['transactions'],
        says: 'All or none.',
        chapter: 'databases',
      },
    },
    operations: [],
    problems: {},
  })
  expect(entries.map(({ href, about }) => [href, about])).toEqual([
    ['/learn/databases', 'Chapter 3'],
    [
      '/learn/databases#both-or-neither',
      'Chapter 3: Databases: the filing cabinet',
    ],
    ['/glossary#transaction', ''],
  ])
  expect(entries[0]?.text).toBe('Tables and indexes. It has to be somewhere.')
})

test('every place of the site that can be found has one address and a title', () => {
  const entries = siteEntries()
  const addresses = entries.map(({ href }) => href)
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(entries.filter(({ title }) => title.trim() === '')).toEqual([])
  for (const address of [
    '/labs/break-it',
    '/api#post-api-orders',
    '/api/labs-reference#post-api-labs-webhook',
    '/problems/sold-out',
  ])
    expect(addresses).toContain(address)
})
