'use client'

import { progressOf, type Progress } from './progress'
import { useProgress } from './use-progress'

type Reading = {
  slug: string
  title: string
  sections: readonly { id: string; title: string }[]
}

/** The way to the first section that the reader has not read. */
export function WhereYouAre({ chapters }: { chapters: readonly Reading[] }) {
  const progress = useProgress()
  const next = nextToRead(progress, chapters)
  if (!next) return null
  const { slug, title, section, hasBegun } = next
  const first = section.id === chapters[0]?.sections[0]?.id
  return (
    <p className="book-next" suppressHydrationWarning>
      <a
        className="button button-solid"
        href={
          first && !hasBegun ? `/learn/${slug}` : `/learn/${slug}#${section.id}`
        }
      >
        {hasBegun ? 'Go on reading' : 'Begin'}
      </a>
      <span>
        {title}: {section.title}
      </span>
    </p>
  )
}

/**
 * The first unread section after what was read last in the order of the book;
 * of the whole book once its end was reached; null when nothing is unread.
 */
export function nextToRead(
  progress: Progress,
  chapters: readonly Reading[],
): {
  slug: string
  title: string
  section: { id: string; title: string }
  hasBegun: boolean
} | null {
  const all = chapters.flatMap(({ slug, title, sections }) =>
    sections.map((section) => ({
      slug,
      title,
      section,
      isRead: progressOf(progress, slug).sections.includes(section.id),
    })),
  )
  const last = all.findLastIndex(({ isRead }) => isRead)
  const found =
    all.slice(last + 1).find(({ isRead }) => !isRead) ??
    all.find(({ isRead }) => !isRead)
  if (!found) return null
  const { slug, title, section } = found
  return { slug, title, section, hasBegun: last >= 0 }
}
