import {
  SpanKind,
  SpanStatusCode,
  type Context,
  type Span,
} from '@opentelemetry/api'
import type { Note } from '@/db/private-notes'
import { timeNow } from './clock'
import { reach } from './reach'
import { enclose, tracer } from './recorder'
import { regionOfStatement } from './regions'
import type { Ran, Statement } from './row-notes'
import { describe, statementOf } from './statement'
import { stepOf, type Visit } from './visit'

export type End = (notes?: Note[]) => void

export type Recording = {
  parent: Context
  visit: Visit
  statement: Statement
  isThrowAway: boolean
  isPartOfMore?: boolean
  isWithin?: boolean
}

/** A span around a statement. Who holds its end knows later what it changed. */
export async function recorded<Outcome extends Partial<Ran>>(
  recording: Recording,
  work: (isLate: () => boolean) => Promise<Outcome>,
  hold: (end: End) => void = (end) => end(),
): Promise<Outcome['result']> {
  const { parent, visit, statement, ...rest } = recording
  const { name, attributes } = describe(statement.sql)
  const span = tracer().startSpan(
    name,
    { kind: SpanKind.CLIENT, attributes, startTime: timeNow() },
    parent,
  )
  const code = regionOfStatement(visit.door, stepOf(parent), name)
  const endWith = (ran: Partial<Ran>) => {
    const endTime = timeNow()
    hold((notes = ran.notes) => {
      const kept = statementOf(statement, visit, { ...ran, notes })
      enclose(span, { code, ...kept })
      span.end(endTime)
    })
  }
  try {
    const way = { from: parent, sql: statement.sql, ...rest }
    const ran = await reach(way, work, span)
    endWith(ran)
    return ran.result
  } catch (error) {
    markFailed(span, error)
    endWith({})
    throw error
  }
}

/** The kind of the error, not its text: that may quote what a guest wrote. */
export function markFailed(span: Span, error: unknown): void {
  const type = error instanceof Error ? error.name : 'unknown'
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : type
  span.setAttribute('error.type', code)
  span.setStatus({ code: SpanStatusCode.ERROR, message: code })
}
