import type { Span } from '@/contracts/trace'
import { titleOf } from '@/components/trace/step-titles'
import { duration } from '@/components/trace/time-scale'
import {
  doorSteps,
  durationMs,
  openingOf,
  tablesChanged,
  triesOf,
} from './facts'
import { otherStep, ranges, type Question } from './questions'

/** What a trace says to a question. */
export type Answer = {
  /** The options that are right. */
  ids: string[]
  /** The same in words, with the figures. */
  said: string
  /** The span that shows it best; null where it takes all of them. */
  spanId: string | null
}

/**
 * The answer to a question, read from the spans of a trace; null while they do
 * not tell. It depends on what ran, and on nothing that anybody wrote down.
 */
export function answerOf(
  question: Question,
  spans: readonly Span[],
): Answer | null {
  if (!openingOf(spans)) return null
  switch (question.kind) {
    case 'statements':
      return statementsAnswer(spans)
    case 'tables':
      return tablesAnswer(question, spans)
    case 'longest':
      return longestAnswer(question, spans)
    case 'fate':
      return fateAnswer(spans)
  }
}

function statementsAnswer(spans: readonly Span[]): Answer {
  const statements = spans.filter(({ sql }) => sql)
  const count = statements.length
  const kinds = new Map<string, number>()
  for (const { sql } of statements) {
    const verb = /\w+/.exec(sql?.text ?? '')?.[0].toUpperCase() ?? 'SQL'
    kinds.set(verb, (kinds.get(verb) ?? 0) + 1)
  }
  const parts = [...kinds]
    .sort((a, b) => b[1] - a[1])
    .map(([verb, times]) => `${times} ${verb}`)
  const range = ranges.find(({ most }) => count <= most)
  return {
    ids: range ? [range.id] : [],
    said: count === 0 ? 'None at all.' : `${count}: ${parts.join(', ')}.`,
    spanId: statements[0]?.spanId ?? null,
  }
}

function tablesAnswer({ options }: Question, spans: readonly Span[]): Answer {
  const changed = tablesChanged(spans)
  const asked = options.filter(({ id }) => changed.has(id))
  const [first] = asked
  return {
    ids: asked.map(({ id }) => id),
    said:
      asked.length === 0
        ? 'None of them: nothing was kept.'
        : `${asked.map(({ text }) => text).join(', ')}.`,
    spanId: (first && changed.get(first.id)?.spanId) ?? null,
  }
}

function longestAnswer({ options }: Question, spans: readonly Span[]): Answer {
  const [longest] = doorSteps(spans).sort(
    (a, b) => durationMs(b) - durationMs(a),
  )
  const opening = openingOf(spans)
  if (!longest || !opening)
    return { ids: [], said: 'It took no step at all.', spanId: null }
  const share = Math.round((100 * durationMs(longest)) / durationMs(opening))
  const isKnown = options.some(({ id }) => id === longest.name)
  const title = titleOf(longest)
  return {
    ids: [isKnown ? longest.name : otherStep],
    said: `${title}${title.endsWith('?') ? '' : ':'} ${duration(durationMs(longest))}, ${share} % of the request.`,
    spanId: longest.spanId,
  }
}

function fateAnswer(spans: readonly Span[]): Answer {
  const tries = triesOf(spans)
  const last = tries.at(-1)
  const status = last?.attributes['http.response.status_code']
  const isKept = tablesChanged(spans).has('orders')
  const times = tries.length === 1 ? 'one try' : `${tries.length} tries`
  const spanId = last?.spanId ?? null
  if (typeof status === 'number') {
    const id = status >= 400 ? 'refused' : tries.length > 1 ? 'later' : 'first'
    return { ids: [id], said: `${status}, after ${times}.`, spanId }
  }
  return {
    ids: [isKept ? 'kept' : 'lost'],
    said: `No whole answer in ${times}. ${isKept ? 'The order is in the database.' : 'The database has no order.'}`,
    spanId,
  }
}

export type Score = 'right' | 'partly' | 'wrong'

/** Right: all of it, and nothing else. Partly: some of it. */
export function scoreOf(chosen: readonly string[], { ids }: Answer): Score {
  const hits = chosen.filter((id) => ids.includes(id)).length
  if (hits === ids.length && hits === chosen.length) return 'right'
  return hits > 0 ? 'partly' : 'wrong'
}
