import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import GithubSlugger from 'github-slugger'
import { glossary, type TermId } from '@/content/glossary'
import { isLab, type LabName } from '@/labs/labs'

export type Section = { id: string; title: string }

/** What the page around a chapter says of it, read from its text at build. */
export type ChapterFacts = {
  sections: Section[]
  /** In the order in which they are met. */
  labs: LabName[]
  terms: TermId[]
  minutes: number
}

/** So many words a minute are read by somebody who wants to understand. */
const wordsAMinute = 180
/** And so long somebody stays with a lab, in minutes. */
const minutesALab = 2

export function readChapter(slug: string): ChapterFacts {
  return factsOf(readChapterText(slug))
}

/** A chapter's sections, the questions at its end among them. */
export function withCheck({ sections }: ChapterFacts): Section[] {
  return [...sections, { id: 'check-yourself', title: 'Check yourself' }]
}

export function readChapterText(slug: string): string {
  const file = join(process.cwd(), 'content', 'learn', `${slug}.mdx`)
  return readFileSync(file, 'utf8')
}

export function factsOf(text: string): ChapterFacts {
  const slugger = new GithubSlugger()
  const sections = [...text.matchAll(/^(#{2,3}) (.+)$/gm)].flatMap(
    ([, marks, title = '']) => {
      const plain = title.replace(/<[^>]*>|[`*_]/g, '').trim()
      const id = slugger.slug(plain)
      return marks === '##' ? [{ id, title: plain }] : []
    },
  )
  const found = namesIn(text, /<Lab name="([^"]+)"/g).filter(isLab)
  const words = text
    .replace(/```[\s\S]*?```|<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length
  return {
    sections,
    labs: found,
    terms: namesIn(text, /<Term id="([^"]+)"/g).filter(isTerm),
    minutes: Math.round(words / wordsAMinute + found.length * minutesALab),
  }
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))]
}

function isTerm(name: string): name is TermId {
  return Object.hasOwn(glossary, name)
}
