import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sitePages } from './site-pages'

/** Pages of one reader's own, and answers that are no page of their own. */
const leftOut = [
  '/compare',
  '/compare/missing',
  '/embed/[lab]',
  '/labs/two-windows/window',
  '/setup',
  '/shared/[id]',
  '/shared/missing',
  '/trace/[traceId]',
  '/trace/missing',
]

test('the sitemap has every page that is the same for everybody', () => {
  const routes = readdirSync('app/(site)', {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((name) => /(^|\/)page\.tsx$/.test(name))
    .map((name) => `/${name.replace(/\/?page\.tsx$/, '')}`)
  const paths = sitePages().map(({ path }) => path)
  for (const route of routes) {
    const form = new RegExp(`^${route.replace(/\[\w+\]/g, '[\\w-]+')}$`)
    const isListed = paths.some((path) => form.test(path))
    expect(isListed, route).toBe(!leftOut.includes(route))
  }
  expect(new Set(paths).size).toBe(paths.length)
})
