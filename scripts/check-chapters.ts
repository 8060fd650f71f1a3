/** What a chapter's words must keep to, for scripts/check-content.ts. */
import type { GlossaryEntry } from '@/content/glossary-entry'

export type ChapterWords = { slug: string; text: string }

export type Book = {
  /** The chapters that can be read, in their order. */
  chapters: readonly ChapterWords[]
  /** The slugs of all chapters, open or not, in their order. */
  order: readonly string[]
  glossary: Readonly<Record<string, GlossaryEntry>>
  labs: readonly string[]
}

const inlineTag = /^[ \t]*<(Term|Place)\b/
const tooMuch = /\b(simply|just|obviously|easily)\b|!(?!\[|=|=)/i

export function checkChapters(book: Book): string[] {
  return [
    ...book.chapters.flatMap((chapter) => [
      ...brokenParagraphs(chapter),
      ...unknownNames(chapter, book),
      ...loudWords(chapter),
    ]),
    ...earlyTerms(book),
    ...lostEntries(book),
  ]
}

/** MDX takes a line that begins with a tag for a block of its own. */
function brokenParagraphs({ slug, text }: ChapterWords): string[] {
  return text
    .split('\n')
    .filter((line) => inlineTag.test(line))
    .map((line) => `${slug}: a line begins with a tag: ${line.trim()}`)
}

function unknownNames({ slug, text }: ChapterWords, book: Book): string[] {
  const labs = namesIn(text, /<Lab name="([^"]*)"/g)
    .filter((name) => !book.labs.includes(name))
    .map((name) => `${slug} shows a lab that is not there: ${name}`)
  const terms = namesIn(text, /<Term id="([^"]*)"/g)
    .filter((id) => !Object.hasOwn(book.glossary, id))
    .map((id) => `${slug} uses a term that the glossary lacks: ${id}`)
  return [...labs, ...terms]
}

function loudWords({ slug, text }: ChapterWords): string[] {
  return wordsOf(text)
    .split('\n')
    .filter((line) => tooMuch.test(line))
    .map((line) => `${slug} is loud: ${line.trim()}`)
}

/** A term is explained where it is first used, and no chapter uses it before. */
function earlyTerms({ chapters, order, glossary }: Book): string[] {
  return Object.entries(glossary).flatMap(([id, entry]) => {
    const pattern = patternOf(entry)
    return chapters.flatMap(({ slug, text }) => {
      const isBefore = order.indexOf(slug) < order.indexOf(entry.chapter)
      if (!isBefore && slug !== entry.chapter) return []
      const marked = text.indexOf(`<Term id="${id}"`)
      const isNamed = (part: string) =>
        pattern.test(withoutLonger(wordsOf(part), entry, glossary))
      if (isBefore)
        return marked < 0 && isNamed(text)
          ? [`${slug} uses “${entry.name}” before ${entry.chapter} explains it`]
          : []
      if (marked < 0) return [`${slug} introduces ${id} and never marks it`]
      return isNamed(text.slice(0, marked))
        ? [`${slug} uses “${entry.name}” before it marks it`]
        : []
    })
  })
}

function lostEntries({ order, glossary, labs }: Book): string[] {
  return Object.entries(glossary).flatMap(([id, { chapter, lab }]) => [
    ...(order.includes(chapter)
      ? []
      : [`The term ${id} names a chapter that is not there: ${chapter}`]),
    ...(lab === undefined || labs.includes(lab)
      ? []
      : [`The term ${id} names a lab that is not there: ${lab}`]),
  ])
}

/** Only words of more than one letter's meaning: whole, in any case. */
function patternOf({ name, also = [] }: GlossaryEntry): RegExp {
  const forms = [name, ...also].map((form) =>
    form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  )
  return new RegExp(`(?<![\\w-])(?:${forms.join('|')})(?![\\w-])`, 'i')
}

/** “Event loop” is no use of “event”. */
function withoutLonger(
  words: string,
  { name }: GlossaryEntry,
  glossary: Book['glossary'],
): string {
  const longer = Object.values(glossary).filter(
    (other) =>
      other.name.length > name.length &&
      other.name.toLowerCase().includes(name.toLowerCase()),
  )
  return longer.reduce(
    (text, other) => text.replaceAll(new RegExp(patternOf(other), 'gi'), ' '),
    words,
  )
}

/** The prose of a chapter: no tags, no code, no addresses. */
function wordsOf(text: string): string {
  return text
    .replace(/```[\s\S]*?```|`[^`]*`/g, ' ')
    .replace(/<(?:Lab|Quote|Figure)\b[^>]*>/g, ' ')
    .replace(/<\/?[A-Z][^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name)
}
