import type {
  InStatement,
  InValue,
  Transaction,
  TransactionMode,
} from '@libsql/client'
import {
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
} from '@opentelemetry/api'
import { timeNow } from './clock'
import { markFailed, recorded, type End } from './recorded-statement'
import { enclose, tracer } from './recorder'
import { regionOfStatement } from './regions'
import {
  fullOf,
  plain,
  type NotedTransaction,
  type RowNotes,
  type Statement,
} from './row-notes'
import { describe } from './statement'
import { turnsIn } from './turns'
import { stepOf, type Visit } from './visit'

type Held = { isNoted: boolean; end: End }

type Opening = {
  notes: RowNotes
  outer: Context
  visit: Visit
  mode: TransactionMode
  isThrowAway: boolean
}

/** One span around the transaction, and one for each of its statements. */
export async function tracedTransaction(
  opening: Opening,
): Promise<Transaction> {
  const { notes, outer, visit, mode, isThrowAway } = opening
  const span = startTransaction(outer, visit)
  const inner = trace.setSpan(outer, span)
  const own = { parent: inner, visit, isThrowAway }
  const step = (
    sql: string,
    work: (isLate: () => boolean) => Promise<void>,
    isWithin = true,
  ) =>
    recorded(
      { ...own, statement: { sql, args: [] }, isWithin },
      async (isLate) => {
        await work(isLate)
        return {}
      },
    ).catch((error: unknown) => {
      markFailed(span, error)
      span.end(timeNow())
      throw error
    })

  let open: NotedTransaction | undefined
  const begin = async (isLate: () => boolean) => {
    const begun = await notes.begin(mode)
    if (isLate()) begun.transaction.close()
    else open = begun
  }
  await step('BEGIN', begin, false)
  if (!open) throw new Error('The transaction did not begin')
  const { transaction, run, take } = open

  /** The spans of what ran, which wait for the notes of the rows. */
  let held: Held[] = []
  const release = () => {
    const noted = take(visit.sandboxId).values()
    for (const { isNoted, end } of held)
      end(isNoted ? noted.next().value : undefined)
    held = []
  }

  const execute = (full: Statement) => {
    const isNoted = describe(full.sql).isChanging
    return recorded(
      { ...own, statement: full, isPartOfMore: true, isWithin: true },
      () =>
        isNoted ? run(full, visit.sandboxId) : plain(transaction.execute(full)),
      (end) => held.push({ isNoted, end }),
    )
  }

  const inTurn = turnsIn(notes, visit)
  return {
    get closed() {
      return transaction.closed
    },
    execute: (statement: InStatement | string, args?: InValue[]) =>
      inTurn(() => execute(fullOf(statement, args))),
    batch: (statements) => transaction.batch(statements),
    executeMultiple: (text) => transaction.executeMultiple(text),
    async commit() {
      release()
      await step('COMMIT', () => transaction.commit())
      span.end(timeNow())
    },
    async rollback() {
      release()
      await step('ROLLBACK', () => transaction.rollback())
      span.setStatus({ code: SpanStatusCode.ERROR, message: 'rolled back' })
      span.end(timeNow())
    },
    close() {
      release()
      transaction.close()
      span.end(timeNow())
    },
  }
}

function startTransaction(outer: Context, visit: Visit): Span {
  const attributes = {
    'db.system.name': 'sqlite',
    'db.operation.name': 'transaction',
  }
  const span = tracer().startSpan(
    'transaction',
    { kind: SpanKind.CLIENT, attributes, startTime: timeNow() },
    outer,
  )
  enclose(span, {
    code: regionOfStatement(visit.door, stepOf(outer), 'transaction'),
  })
  return span
}
