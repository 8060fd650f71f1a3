import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wayTo } from '@/app/(site)/trace/way-to'
import type { HomeNotes } from '@/components/trace/travel/taken-home'
import {
  chapterOf,
  isStepName,
  noteFileOf,
  stepNames,
} from '@/content/steps/steps'

/**
 * Why each step is there, in plain sentences by the step's name: of all steps,
 * from which a file takes along those of its own trace.
 */
export function makeNotes(root: string): HomeNotes {
  return Object.fromEntries(
    stepNames.map((name) => {
      const chapter = isStepName(name) ? chapterOf(name) : undefined
      const file = `${noteFileOf(name)}.mdx`
      const text = readFileSync(join(root, 'content', 'steps', file), 'utf8')
      return [
        name,
        { texts: plainTexts(file, text), chapter: chapter && wayTo(chapter) },
      ]
    }),
  )
}

/** The paragraphs of a note. It has no markup, or only its words would go home. */
function plainTexts(file: string, text: string): string[] {
  if (/[`*_[\]<>{}#\\]/.test(text))
    throw new Error(`${file} has markup, and only its words would go home`)
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' '))
}
