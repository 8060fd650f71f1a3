import type { ComponentType } from 'react'
import { Check } from '@/components/check/check'
import type { CheckQuestion } from '@/contracts/check-question'

/** The check of a chapter, with its questions. */
export function checkOf(
  chapter: string,
  questions: readonly CheckQuestion[],
): ComponentType<{ titles: Record<string, string> }> {
  return function ChapterQuestions({ titles }) {
    return <Check chapter={chapter} questions={questions} titles={titles} />
  }
}
