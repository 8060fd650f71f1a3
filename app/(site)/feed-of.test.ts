import { expect, test } from 'vitest'
import { chapters, type Chapter } from '@/content/chapters'
import { feedOf } from './feed-of'

const servers: Chapter = {
  slug: 'servers',
  title: 'Requests & replies',
  line: 'A < B',
  places: [],
  isOpen: true,
  since: '2026-11-26',
}
const base = 'https://boh.example'

test('the feed has the chapters that can be read, the newest first', () => {
  const feed = feedOf(
    [
      { ...servers, slug: 'first', since: '2026-11-20' },
      { ...servers, slug: 'closed', isOpen: false },
      servers,
    ],
    base,
  )
  expect([...feed.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id)).toEqual([
    `${base}/`,
    `${base}/learn/servers`,
    `${base}/learn/first`,
  ])
  expect(feed).toContain('<updated>2026-11-26T00:00:00Z</updated>')
  expect(feed).toContain('<title>Chapter 3: Requests &amp; replies</title>')
  expect(feed).toContain('<summary>A &lt; B</summary>')
})

test('a feed without an entry still says when it was last changed', () => {
  expect(feedOf([], base)).toMatch(/<updated>\d{4}-\d\d-\d\dT/)
})

test('every chapter that can be read has its day', () => {
  for (const { isOpen, since, slug } of chapters)
    if (isOpen) expect(since, slug).toMatch(/^\d{4}-\d\d-\d\d$/)
})
