import type {
  Client,
  InArgs,
  InStatement,
  ResultSet,
  TransactionMode,
} from '@libsql/client'
import { context, type Context } from '@opentelemetry/api'
import { env } from '@/env'
import { claimsOf } from './claims'
import { timeNow } from './clock'
import {
  fullOf,
  plain,
  rowNotes,
  unnoted,
  type RowNotes,
  type Statement,
} from './row-notes'
import { reach } from './reach'
import { recorded } from './recorded-statement'
import { describe } from './statement'
import { tracedTransaction } from './traced-transaction'
import { untracedTransaction } from './untraced-transaction'
import { visitOf, type Visit } from './visit'

type Options = {
  /** Nobody else waits for it, and no time limit is held: see labs/break-it. */
  isThrowAway?: boolean
}

/**
 * A libSQL client that records a span for every statement of a traced visit.
 * What befalls a statement, and the time limit, do not depend on that.
 */
export function tracedClient(client: Client, options: Options = {}): Client {
  const { isThrowAway = false } = options
  const notes = env.TRACING === 'on' ? rowNotes(client) : unnoted(client)
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
      const way = { isPartOfMore: isThrowAway, isThrowAway }
      if (!visit)
        return reach({ from: outer, sql: full.sql, ...way }, () =>
          isChanging ? runAside(notes, outer, full) : client.execute(full),
        )
      return recorded({ parent: outer, visit, statement: full, ...way }, () =>
        isChanging
          ? notes.run(full, isThrowAway ? null : visit.sandboxId)
          : plain(client.execute(full)),
      )
    },
    async transaction(mode: TransactionMode = 'write') {
      const outer = context.active()
      const visit = keptVisitOf(outer)
      return visit
        ? tracedTransaction({ notes, outer, visit, mode, isThrowAway })
        : untracedTransaction({ notes, from: outer, mode, isThrowAway })
    },
    batch: (statements, mode) => client.batch(statements, mode),
    migrate: (statements) => client.migrate(statements),
    executeMultiple: (text) => client.executeMultiple(text),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
  }
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

/** The visit whose trace is recorded here; undefined when none is. */
function keptVisitOf(at: Context): Visit | undefined {
  const visit = env.TRACING === 'on' ? visitOf(at) : undefined
  return visit?.isKept ? visit : undefined
}
