import { invariants } from '@/contracts/fault-board'
import type { Run } from './send-armed'

/** What a run has shown: `503, then 201. 1 order is kept.` */
export function runWords({ answers, kept, broken }: Run): string {
  const orders =
    kept === 0
      ? 'No order is kept.'
      : kept === 1
        ? '1 order is kept.'
        : `${kept} orders are kept.`
  const lost = broken ? ` No longer true: ${invariants[broken]}.` : ''
  return `${answersInWords(answers)}. ${orders}${lost}`
}

/** Equal answers in a row are counted: `60 × 201, then 10 × 429`. */
function answersInWords(answers: Run['answers']): string {
  const groups: { answer: number | null; count: number }[] = []
  const inOrder = answers.length > 4 ? [...answers].sort(byStatus) : answers
  for (const answer of inOrder) {
    const last = groups.at(-1)
    if (last && last.answer === answer) last.count += 1
    else groups.push({ answer, count: 1 })
  }
  const said = groups.map(({ answer, count }) => {
    const name = answer === null ? 'no answer' : String(answer)
    return count === 1 ? name : `${count} × ${name}`
  })
  const text = said.join(', then ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function byStatus(a: number | null, b: number | null): number {
  return (a ?? 0) - (b ?? 0)
}
