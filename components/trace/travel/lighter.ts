import type { Span } from '@/contracts/trace'
import type { TakenHome } from './taken-home'

/** One thing that a file can do without, and how the file says so. */
type Cut = { says: string; cut: (taken: TakenHome) => TakenHome }

const mostRows = 3
const longestBody = 400

/**
 * What a long trace leaves at home to fit into its file, one thing after the
 * other, until it does: what is read least goes first.
 */
export const cuts: readonly Cut[] = [
  {
    says: `the rows of each statement after the first ${mostRows}`,
    cut: onSpans((span) => (span.sql ? withRows(span, mostRows) : span)),
  },
  {
    says: `the body of each message after ${longestBody} characters`,
    cut: onSpans(withShortBodies),
  },
  {
    says: 'the plans and the rows of all statements',
    cut: onSpans((span) => (span.sql ? withoutPlan(withRows(span, 0)) : span)),
  },
  {
    says: 'the code that ran',
    cut: (taken) => ({ ...taken, sources: {} }),
  },
]

/** The first so many spans, by the time at which they began. */
export function firstSpans(taken: TakenHome, count: number): TakenHome {
  const spans = taken.spans
    .toSorted((one, other) => startOf(one) - startOf(other))
    .slice(0, count)
  const lost = taken.spans.length - spans.length
  const spansLeftOut = (taken.spansLeftOut ?? 0) + lost
  return { ...taken, spans, isCut: true, spansLeftOut }
}

function onSpans(change: (span: Span) => Span): Cut['cut'] {
  return (taken) => ({ ...taken, spans: taken.spans.map(change) })
}

function startOf({ startTimeUnixNano }: Span): number {
  return Number(startTimeUnixNano)
}

function withRows({ sql, ...span }: Span, most: number): Span {
  if (!sql) return span
  const { rows, changes = [], changesLeftOut = 0 } = sql
  const lost = Math.max(0, changes.length - most)
  return {
    ...span,
    sql: {
      ...sql,
      ...(rows ? { rows: rows.slice(0, most) } : {}),
      ...(lost > 0
        ? {
            changes: changes.slice(0, most),
            changesLeftOut: changesLeftOut + lost,
          }
        : {}),
    },
  }
}

function withoutPlan({ sql, ...span }: Span): Span {
  if (!sql) return span
  const { plan: _, ...rest } = sql
  return { ...span, sql: rest }
}

function withShortBodies(span: Span): Span {
  const { wire } = span
  if (!wire) return span
  const { request, response } = wire
  return {
    ...span,
    wire: {
      ...(request ? { request: withShortBody(request) } : {}),
      ...(response ? { response: withShortBody(response) } : {}),
    },
  }
}

function withShortBody<Message extends { body: string | null }>(
  message: Message,
): Message {
  const { body } = message
  if (body === null || body.length <= longestBody) return message
  const shown = body.slice(0, longestBody)
  return { ...message, body: `${shown}… (${body.length} characters)` }
}
