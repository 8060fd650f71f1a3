import type {
  Client,
  InArgs,
  InStatement,
  InValue,
  ResultSet,
  Transaction,
  TransactionMode,
} from '@libsql/client'
import {
  context,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
} from '@opentelemetry/api'
import type { Note } from '@/db/private-notes'
import { env } from '@/env'
import { claimsOf } from './claims'
import { timeNow } from './clock'
import { enclose, tracer } from './recorder'
import { regionOfStatement } from './regions'
import {
  rowNotes,
  type NotedTransaction,
  type Ran,
  type RowNotes,
  type Statement,
} from './row-notes'
import { describe, statementOf } from './statement'
import { stepOf, visitOf, type Visit } from './visit'

/** A libSQL client that records a span for every statement of a traced visit. */
export function tracedClient(client: Client): Client {
  if (env.TRACING === 'off') return client

  const notes = rowNotes(client)
  return {
    get closed() {
      return client.closed
    },
    get protocol() {
      return client.protocol
    },
    async execute(statement: InStatement | string, args?: InArgs) {
      const full = fullOf(statement, args)
      const { isChanging } = describe(full.sql)
      const outer = context.active()
      const visit = keptVisitOf(outer)
      if (!visit && isChanging) return runAside(notes, outer, full)
      if (!visit) return client.execute(full)
      return recorded(outer, visit, full, () =>
        isChanging
          ? notes.run(full, visit.sandboxId)
          : plain(client.execute(full)),
      )
    },
    async transaction(mode: TransactionMode = 'write') {
      const outer = context.active()
      const visit = keptVisitOf(outer)
      return visit
        ? tracedTransaction({ notes, outer, visit, mode })
        : notes.beginUnread(mode)
    },
    batch: (statements, mode) => client.batch(statements, mode),
    migrate: (statements) => client.migrate(statements),
    executeMultiple: (text) => client.executeMultiple(text),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
  }
}

function fullOf(statement: InStatement | string, args?: InArgs): Statement {
  return typeof statement === 'string'
    ? { sql: statement, args: args ?? [] }
    : { sql: statement.sql, args: statement.args ?? [] }
}

/** A change that is no part of a trace, or of several: see tracing/claims. */
async function runAside(
  notes: RowNotes,
  outer: Context,
  statement: Statement,
): Promise<ResultSet> {
  const claims = claimsOf(outer)
  if (!claims) return notes.runUnread(statement)
  const startTime = timeNow()
  const ran = await notes.run(statement, null)
  claims.push({ statement, ran, startTime })
  return ran.result
}

async function plain(work: Promise<ResultSet>): Promise<Ran> {
  return { result: await work }
}

/** The visit whose trace is recorded here; undefined when none is. */
function keptVisitOf(at: Context): Visit | undefined {
  const visit = visitOf(at)
  return visit?.isKept ? visit : undefined
}

type Opening = {
  notes: RowNotes
  outer: Context
  visit: Visit
  mode: TransactionMode
}

/** One span around the transaction, and one for each of its statements. */
async function tracedTransaction(opening: Opening): Promise<Transaction> {
  const { notes, outer, visit, mode } = opening
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
  const inner = trace.setSpan(outer, span)
  const step = (sql: string, work: () => Promise<void>) =>
    recorded(inner, visit, { sql, args: [] }, async () => {
      await work()
      return {}
    }).catch((error: unknown) => {
      markFailed(span, error)
      span.end(timeNow())
      throw error
    })

  let open: NotedTransaction | undefined
  await step('BEGIN', async () => {
    open = await notes.begin(mode)
  })
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

  return {
    get closed() {
      return transaction.closed
    },
    async execute(statement: InStatement | string, args?: InValue[]) {
      const full = fullOf(statement, args)
      const isNoted = describe(full.sql).isChanging
      return recorded(
        inner,
        visit,
        full,
        () =>
          isNoted
            ? run(full, visit.sandboxId)
            : plain(transaction.execute(full)),
        (end) => held.push({ isNoted, end }),
      )
    },
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

type End = (notes?: Note[]) => void
type Held = { isNoted: boolean; end: End }

/** A span around a statement. Who holds its end knows later what it changed. */
async function recorded<Outcome extends Partial<Ran>>(
  parent: Context,
  visit: Visit,
  statement: Statement,
  work: () => Promise<Outcome>,
  hold: (end: End) => void = (end) => end(),
): Promise<Outcome['result']> {
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
    const ran = await work()
    endWith(ran)
    return ran.result
  } catch (error) {
    markFailed(span, error)
    endWith({})
    throw error
  }
}

/** The kind of the error, not its text: that may quote what a guest wrote. */
function markFailed(span: Span, error: unknown): void {
  const type = error instanceof Error ? error.name : 'unknown'
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : type
  span.setAttribute('error.type', code)
  span.setStatus({ code: SpanStatusCode.ERROR, message: code })
}
