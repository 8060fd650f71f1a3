/**
 * Holds the links within the site, in pages, components and chapters, as far as
 * they are literal: each leads to a page, and to a place that is on it.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chapters } from '@/content/chapters'
import { glossary } from '@/content/glossary'
import { searchGroups } from '@/contracts/search'
import { parts } from '@/app/(site)/api/parts'
import { operationsOf } from '@/app/(site)/api/reference'
import { readChapterText } from '@/app/(site)/learn/read-chapter'
import { passagesOf } from '@/app/(site)/search/passages-of'
import { sitePages } from '@/app/(site)/site-pages'

export type Site = {
  isPage: (path: string) => boolean
  /** Whether the page has that place. */
  hasAnchor: (path: string, anchor: string) => boolean
}

/** Every link that leads nowhere, by the file in which it stands. */
export function checkLinks(
  texts: Record<string, string>,
  { isPage, hasAnchor }: Site,
): string[] {
  return Object.entries(texts).flatMap(([file, text]) =>
    linksIn(file, text).flatMap((link) => {
      const [path = '', anchor] = link.split('#')
      const own = ownPathOf(file)
      const [page = ''] = (path === '' ? own : path).split('?')
      // A chapter that is being written is held once it can be read.
      if (path === '' && !isPage(page)) return []
      if (page !== '' && !isPage(page))
        return [`${file} links to ${link}, where nothing is.`]
      return page === '' || !anchor || hasAnchor(page, anchor)
        ? []
        : [`${file} links to ${link}: that page has no such place.`]
    }),
  )
}

/** `href="/…"`, and in a chapter `[…](/…)`; a place on the own page as well. */
function linksIn(file: string, text: string): string[] {
  const isChapter = file.endsWith('.mdx')
  // The part of a chapter that a question of its check leads back to.
  if (file.endsWith('.check.ts'))
    return [...text.matchAll(/\bsection: '([\w-]+)'/g)].map(
      ([, section]) => `#${section}`,
    )
  return [
    ...text.matchAll(/\bhref="([/#][^"]*)"/g),
    ...text.matchAll(/\bhref: '(\/[^']*)'/g),
    ...(isChapter ? text.matchAll(/\]\(([/#][^)\s]*)\)/g) : []),
  ].flatMap(([, link = '']) =>
    link.startsWith('#') && !isChapter ? [] : [link],
  )
}

function ownPathOf(file: string): string {
  const [, slug] =
    /^content\/learn\/([\w-]+)\.(?:mdx|check\.ts)$/.exec(file) ?? []
  return slug === undefined ? '' : `/learn/${slug}`
}

/** The site as it is in this repository. */
export function siteIn(root: string, texts: Record<string, string>): Site {
  const known = new Set(sitePages().map(({ path }) => path))
  const source = Object.entries(texts)
    .filter(([file]) => file.endsWith('.tsx'))
    .map(([, text]) => text)
    .join('\n')
  const ids = new Set(
    [...source.matchAll(/\b(?:id=|anchor: )["']([\w-]+)["']/g)].map(
      ([, id = '']) => id,
    ),
  )
  const places = anchorsByPage()
  return {
    isPage: (path) =>
      known.has(path) ||
      path.startsWith('/api/') ||
      existsSync(join(root, 'app', '(site)', path, 'page.tsx')) ||
      existsSync(join(root, 'app', '(site)', path, 'route.ts')) ||
      (path !== '/' && existsSync(join(root, 'public', path))),
    hasAnchor: (path, anchor) =>
      places[path]?.has(anchor) ||
      (!path.startsWith('/learn/') && ids.has(anchor)),
  }
}

/** Places that no file names literally. */
function anchorsByPage(): Record<string, Set<string>> {
  return {
    '/glossary': new Set(Object.keys(glossary)),
    '/search': new Set(searchGroups.map(({ id }) => id)),
    ...Object.fromEntries(
      Object.values(parts).map(({ path, groups, shapes }) => [
        path,
        new Set(
          [...groups, ...operationsOf(groups), ...shapes].map(
            ({ anchor }) => anchor,
          ),
        ),
      ]),
    ),
    ...Object.fromEntries(
      chapters
        .filter(({ isOpen }) => isOpen)
        .map(({ slug }) => [`/learn/${slug}`, anchorsOf(slug)]),
    ),
  }
}

function anchorsOf(slug: string): Set<string> {
  const passages = passagesOf(readChapterText(slug))
  return new Set(['check-yourself', 'further', ...passages.map(({ id }) => id)])
}
