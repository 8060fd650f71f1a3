import type { StepNote } from '@/components/trace/replay/replay'
import { chapters, type Chapter } from '@/content/chapters'
import { noteFor } from '@/content/steps/notes'
import { stepNames } from '@/content/steps/steps'

/**
 * Why each step is there, by its name. All of them: while a page is open its
 * trace may grow by steps that it did not have yet.
 */
export function stepNotes(): Record<string, StepNote> {
  return Object.fromEntries(
    stepNames.flatMap((name) => {
      const found = noteFor(name)
      if (!found) return []
      const { Note, chapter } = found
      return [[name, { note: <Note />, chapter: wayTo(chapter) }]]
    }),
  )
}

/** Until a chapter can be read, the contents say what it will be about. */
function wayTo({ slug, title, isOpen }: Chapter): StepNote['chapter'] {
  const number = chapters.findIndex((one) => one.slug === slug) + 1
  const name = `Chapter ${number}. ${title}`
  return isOpen
    ? { title: name, href: `/learn/${slug}` }
    : { title: `${name} (being written)`, href: '/#contents' }
}
