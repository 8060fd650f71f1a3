import type { StepNote } from '@/components/trace/replay/replay'
import { noteFor } from '@/content/steps/notes'
import { stepNames } from '@/content/steps/steps'
import { wayTo } from './way-to'

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
