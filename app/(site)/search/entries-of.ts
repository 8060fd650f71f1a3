import type { SearchEntry } from '@/contracts/search'
import type { GlossaryEntry } from '@/content/glossary-entry'
import { passagesOf } from './passages-of'

/** What the site holds, as far as it can be found by words. */
export type Findable = {
  chapters: readonly {
    number: number
    slug: string
    title: string
    line: string
    text: string
  }[]
  labs: Record<string, { title: string; line: string; kind: string }>
  glossary: Record<string, GlossaryEntry>
  operations: readonly {
    href: string
    method: string
    path: string
    summary: string
    about: string
  }[]
  problems: Record<string, { status: number; title: string; help: string }>
}

export function entriesOf(site: Findable): SearchEntry[] {
  return [
    ...site.chapters.flatMap(chapterEntries),
    ...Object.entries(site.labs).map(
      ([name, { title, line, kind }]): SearchEntry => ({
        group: 'labs',
        title,
        about: kind,
        text: line,
        also: name.replaceAll('-', ' '),
        href: `/labs/${name}`,
      }),
    ),
    ...Object.entries(site.glossary).map(
      ([id, { name, also = [], says }]): SearchEntry => ({
        group: 'words',
        title: name,
        about: '',
        text: says,
        also: also.join(' '),
        href: `/glossary#${id}`,
      }),
    ),
    ...site.operations.map(
      ({ href, method, path, summary, about }): SearchEntry => ({
        group: 'api',
        title: summary,
        about: `${method} ${path}`,
        text: about,
        href,
      }),
    ),
    ...Object.entries(site.problems).map(
      ([slug, { status, title, help }]): SearchEntry => ({
        group: 'problems',
        title,
        about: `${status} ${slug}`,
        text: help,
        href: `/problems/${slug}`,
      }),
    ),
  ]
}

/** A chapter, and each of its parts as a place of its own. */
function chapterEntries({
  number,
  slug,
  title,
  line,
  text,
}: Findable['chapters'][number]): SearchEntry[] {
  const [lede, ...parts] = passagesOf(text)
  const whole: SearchEntry = {
    group: 'chapters',
    title,
    about: `Chapter ${number}`,
    text: `${line} ${lede?.text ?? ''}`.trim(),
    href: `/learn/${slug}`,
  }
  return [
    whole,
    ...parts.map((part): SearchEntry => ({
      group: 'chapters',
      title: part.title,
      about: `Chapter ${number}: ${title}`,
      text: part.text,
      href: `/learn/${slug}#${part.id}`,
    })),
  ]
}
