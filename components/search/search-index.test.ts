import { expect, test } from 'vitest'
import type { SearchEntry } from '@/contracts/search'
import { indexEntries } from './search-index'

const entries: SearchEntry[] = [
  {
    group: 'chapters',
    title: 'Both or neither',
    about: 'Chapter 3: Databases',
    text: 'A transaction takes effect together.',
    href: '/learn/databases#both-or-neither',
  },
  {
    group: 'words',
    title: 'Transaction',
    about: '',
    text: 'A group of reads and writes.',
    also: 'transactions',
    href: '/glossary#transaction',
  },
  {
    group: 'api',
    title: 'Place an order',
    about: 'POST /api/orders',
    text: 'With an Idempotency-Key it is safe to send twice.',
    href: '/api#post-api-orders',
  },
  {
    group: 'api',
    title: 'Orders of a lab: orders, orders',
    about: 'POST /api/labs/orders',
    text: 'Orders.',
    href: '/api#post-api-labs-orders',
  },
]
const find = indexEntries(entries)
const hrefs = (question: string) =>
  find(question).flatMap(({ hits }) => hits.map(({ entry }) => entry.href))

test('what is named so comes before what mentions it', () => {
  expect(hrefs('transaction')).toEqual([
    '/glossary#transaction',
    '/learn/databases#both-or-neither',
  ])
})

test('the beginning of a word finds it, and so does a slip', () => {
  expect(hrefs('idemp')).toEqual(['/api#post-api-orders'])
  expect(hrefs('tranasction')).toContain('/glossary#transaction')
})

test('an address of the API is found as it is written', () => {
  expect(hrefs('POST /api/orders')[0]).toBe('/api#post-api-orders')
})

test('all of the words count where one place has them all, else any', () => {
  expect(hrefs('transaction together')).toEqual([
    '/learn/databases#both-or-neither',
  ])
  expect(hrefs('transaction zebra')).toHaveLength(2)
  expect(find('zebra')).toEqual([])
  expect(find('')).toEqual([])
})
