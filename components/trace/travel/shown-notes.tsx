import type { StepNote } from '../replay/replay'
import type { HomeNotes } from './taken-home'

/** Notes that travelled as words, as the replay shows them. */
export function shownNotes(
  notes: HomeNotes,
  addressOf = (href: string) => href,
): Record<string, StepNote> {
  return Object.fromEntries(
    Object.entries(notes).map(([name, { texts, chapter }]) => [
      name,
      {
        note: texts.map((text) => <p key={text}>{text}</p>),
        chapter: chapter
          ? { title: chapter.title, href: addressOf(chapter.href) }
          : null,
      },
    ]),
  )
}
