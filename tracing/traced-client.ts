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
import type { SqlStatement } from '@/contracts/trace'
import { timeNow } from './clock'
import { enclose, tracer } from './recorder'
import { regionOfStatement } from './regions'
import { stepOf, visitOf, withoutSecrets, type Visit } from './visit'

/** A libSQL client that records a span for every statement of a traced visit. */
export function tracedClient(client: Client): Client {
  return {
    get closed() {
      return client.closed
    },
    get protocol() {
      return client.protocol
    },
    execute(statement: InStatement | string, args?: InArgs) {
      const full =
        typeof statement === 'string'
          ? { sql: statement, args: args ?? [] }
          : statement
      return recorded(context.active(), full, () => client.execute(full))
    },
    transaction: (mode?: TransactionMode) => tracedTransaction(client, mode),
    batch: (statements, mode) => client.batch(statements, mode),
    migrate: (statements) => client.migrate(statements),
    executeMultiple: (text) => client.executeMultiple(text),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
  }
}

/** One span around the transaction, and one for each of its statements. */
async function tracedTransaction(
  client: Client,
  mode?: TransactionMode,
): Promise<Transaction> {
  const outer = context.active()
  const visit = visitOf(outer)
  if (!visit) return client.transaction(mode ?? 'write')

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
  const step = (sql: string, work: () => Promise<ResultSet | void>) =>
    recorded(inner, { sql, args: [] }, work)
  const fail = (error: unknown) => {
    markFailed(span, error)
    span.end(timeNow())
    throw error
  }

  let open: Transaction | undefined
  await step('BEGIN', async () => {
    open = await client.transaction(mode ?? 'write')
  }).catch(fail)
  if (!open) throw new Error('The transaction did not begin')
  const transaction = open

  return {
    get closed() {
      return transaction.closed
    },
    execute(statement: InStatement | string, args?: InValue[]) {
      const full =
        typeof statement === 'string'
          ? { sql: statement, args: args ?? [] }
          : statement
      return recorded(inner, full, () => transaction.execute(full))
    },
    batch: (statements) => transaction.batch(statements),
    executeMultiple: (text) => transaction.executeMultiple(text),
    async commit() {
      await step('COMMIT', () => transaction.commit()).catch(fail)
      span.end(timeNow())
    },
    async rollback() {
      await step('ROLLBACK', () => transaction.rollback()).catch(fail)
      span.setStatus({ code: SpanStatusCode.ERROR, message: 'rolled back' })
      span.end(timeNow())
    },
    close() {
      transaction.close()
      span.end(timeNow())
    },
  }
}

async function recorded<Result extends ResultSet | void>(
  parent: Context,
  statement: { sql: string; args?: InArgs },
  work: () => Promise<Result>,
): Promise<Result> {
  const visit = visitOf(parent)
  if (!visit) return work()

  const { name, attributes } = describe(statement.sql)
  const span = tracer().startSpan(
    name,
    { kind: SpanKind.CLIENT, attributes, startTime: timeNow() },
    parent,
  )
  try {
    const result = await work()
    enclose(span, {
      code: regionOfStatement(visit.door, stepOf(parent), name),
      sql: statementOf(statement, visit, result),
    })
    return result
  } catch (error) {
    enclose(span, {
      code: regionOfStatement(visit.door, stepOf(parent), name),
      sql: statementOf(statement, visit, undefined),
    })
    markFailed(span, error)
    throw error
  } finally {
    span.end(timeNow())
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

type Description = { name: string; attributes: Record<string, string> }
const descriptions = new Map<string, Description>()
const mostDescriptions = 500

/** `INSERT orders` and the attributes of a statement, found once a text. */
function describe(sql: string): Description {
  const known = descriptions.get(sql)
  if (known) return known

  const operation = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? 'SQL'
  const table = /\b(?:from|into|update)\s+"?(\w+)"?/i.exec(sql)?.[1]
  const description = {
    name: table ? `${operation} ${table}` : operation,
    attributes: {
      'db.system.name': 'sqlite',
      'db.operation.name': operation,
      'db.query.text': sql,
      ...(table ? { 'db.collection.name': table } : {}),
    },
  }
  if (descriptions.size < mostDescriptions) descriptions.set(sql, description)
  return description
}

const longestParameter = 400

function statementOf(
  statement: { sql: string; args?: InArgs },
  visit: Visit,
  result: ResultSet | void,
): SqlStatement {
  const values = Array.isArray(statement.args)
    ? statement.args
    : Object.values(statement.args ?? {})
  return {
    text: statement.sql,
    parameters: values.map((value) => shown(value, visit)),
    rowsReturned:
      result && result.columns.length > 0 ? result.rows.length : null,
    rowsAffected:
      result && result.columns.length === 0 ? result.rowsAffected : null,
  }
}

function shown(value: InValue, visit: Visit): string | number | null {
  if (value === null || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'string') return `${typeof value}`
  const text = withoutSecrets(value, visit)
  return text.length > longestParameter
    ? `${text.slice(0, longestParameter)}… (${text.length} characters)`
    : text
}
