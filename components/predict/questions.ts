import type { Span } from '@/contracts/trace'
import { titleOf } from '@/components/trace/step-titles'
import { doorSteps, tablesNamed } from './facts'

/** What a reader can bet on before a trace is there. */
export type PredictionKind = 'statements' | 'tables' | 'longest' | 'fate'

type Option = { id: string; text: string }

export type Question = {
  kind: PredictionKind
  ask: string
  /** Whether more than one option may be chosen. */
  isMany: boolean
  options: Option[]
}

/** How many statements a request runs: each range up to its last number. */
export const ranges = [
  { id: 'few', most: 3, text: '1 to 3' },
  { id: 'some', most: 9, text: '4 to 9' },
  { id: 'many', most: 19, text: '10 to 19' },
  { id: 'lots', most: 39, text: '20 to 39' },
  { id: 'flood', most: Infinity, text: '40 or more' },
] as const

/** What may become of a request, seen from the guest's side. */
const fates: Option[] = [
  { id: 'first', text: 'An answer at the first try' },
  { id: 'later', text: 'An answer, but not at the first try' },
  { id: 'refused', text: 'A refusal, and nothing is kept' },
  { id: 'kept', text: 'No answer, and the order is kept all the same' },
  { id: 'lost', text: 'No answer, and no order' },
]

/** The house's own books: every request writes in them. */
const houseTables = /^(sandboxes|rate_limits|arrivals|replies|pragma_.*)$/

/**
 * A question about a request that is still to come. Its options come from a
 * trace of such a request; which of them is right nobody has written anywhere.
 */
export function questionOf(
  kind: PredictionKind,
  reference: readonly Span[],
): Question {
  if (kind === 'statements')
    return {
      kind,
      ask: 'How many SQL statements will it take?',
      isMany: false,
      options: ranges.map(({ id, text }) => ({ id, text })),
    }
  if (kind === 'tables')
    return {
      kind,
      ask: 'Which of these tables will have changed?',
      isMany: true,
      options: tablesNamed(reference)
        .filter((table) => !houseTables.test(table))
        .map((table) => ({ id: table, text: table })),
    }
  if (kind === 'longest')
    return {
      kind,
      ask: 'Which step will take longest?',
      isMany: false,
      options: stepOptions(reference),
    }
  return {
    kind,
    ask: 'What will the guest get?',
    isMany: false,
    options: fates,
  }
}

/** For a step that the trace has and the reference has not. */
export const otherStep = 'other'

function stepOptions(reference: readonly Span[]): Option[] {
  const names = new Set<string>()
  const options = doorSteps(reference).flatMap((span) => {
    if (names.has(span.name)) return []
    names.add(span.name)
    return [{ id: span.name, text: titleOf(span) }]
  })
  return [...options, { id: otherStep, text: 'Something else' }]
}
