import { expect, test } from 'vitest'
import { checkLinks } from './check-links'

const site = {
  isPage: (path: string) => ['/', '/labs', '/learn/servers'].includes(path),
  hasAnchor: (path: string, anchor: string) =>
    path === '/learn/servers' && anchor === 'one-waiter',
}
const findingsIn = (file: string, text: string) =>
  checkLinks({ [file]: text }, site)

test('a link to a page that is not there is found, in markup and in a chapter', () => {
  expect(findingsIn('app/a.tsx', '<a href="/labs">, <a href="/lab">')).toEqual([
    'app/a.tsx links to /lab, where nothing is.',
  ])
  expect(
    findingsIn('content/learn/servers.mdx', '[one](/labs) [two](/nothing)'),
  ).toEqual(['content/learn/servers.mdx links to /nothing, where nothing is.'])
  expect(
    findingsIn('app/ways.tsx', "{ href: '/gone', label: 'x' }"),
  ).toHaveLength(1)
})

test('a link to a place that the page does not have is found', () => {
  const chapter = 'content/learn/servers.mdx'
  expect(
    findingsIn(chapter, '[a](/learn/servers#one-waiter) [b](#one-waiter)'),
  ).toEqual([])
  expect(findingsIn(chapter, '[a](/learn/servers#two) [b](#three)')).toEqual([
    `${chapter} links to /learn/servers#two: that page has no such place.`,
    `${chapter} links to #three: that page has no such place.`,
  ])
})

test('a question leads back to a part of its own chapter', () => {
  const check = 'content/learn/servers.check.ts'
  expect(findingsIn(check, "section: 'one-waiter',")).toEqual([])
  expect(findingsIn(check, "section: 'elsewhere',")).toHaveLength(1)
})

test('what leaves the site, and what is put together, is not held', () => {
  expect(
    findingsIn(
      'app/a.tsx',
      '<a href="https://example.org/x"> <a href={`/x/${y}`}>',
    ),
  ).toEqual([])
})
