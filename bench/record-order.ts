import { Trace, type Span } from '@/contracts/trace'
import { call } from './drive-load'
import { newKey, newOrder } from './order-load'
import { openSandbox, type Sandbox } from './sandbox-pool'

/** What the floor repeats; what differs from order to order is in {{braces}}. */
export type Recording = {
  statements: {
    text: string
    parameters: (string | number | null)[]
    rowsAffected: number | null
  }[]
  reply: string
}

/**
 * Places an order and reads its SQL out of the trace, so that the floor runs
 * what the site runs, whatever that has become. The second order in a sandbox:
 * the first one also puts out the day's portions.
 */
export async function recordOrder(port: number): Promise<Recording> {
  const sandbox = await openSandbox(port)
  await call(port, newOrder(sandbox))
  const key = newKey()
  const { headers, text: reply } = await call(port, newOrder(sandbox, key))
  const traceId = String(headers['traceresponse']).split('-')[1] ?? ''
  const statements = await readStatements(port, sandbox, traceId)

  const given = statements.flatMap(({ parameters }) => parameters)
  const message = given.find((value) => /^msg_\w+$/.test(String(value)))
  const names = new Map([
    [sandbox.id, '{{sandbox}}'],
    [String(JSON.parse(reply).id), '{{order}}'],
    [String(message), '{{message}}'],
    [traceId, '{{trace}}'],
  ])
  const insert = (text: string) =>
    [...names].reduce((all, [id, name]) => all.replaceAll(id, name), text)
  return {
    reply: insert(reply),
    statements: statements.map(({ text, parameters, rowsAffected }) => ({
      text,
      rowsAffected,
      parameters: parameters.map((value) =>
        typeof value === 'string' ? insert(inFull(value, key, reply)) : value,
      ),
    })),
  }
}

/** A trace masks secrets and shortens long values; these two are known here. */
function inFull(value: string, key: string, reply: string): string {
  const [, start = '', end = '', length] =
    /^([^]*?)…([^]*) \((\d+) characters\)$/.exec(value) ?? []
  if (length === undefined) return value
  const fits = (whole: string) =>
    whole.length === Number(length) &&
    whole.startsWith(start) &&
    whole.endsWith(end)
  if (fits(key)) return '{{key}}'
  if (fits(reply)) return reply
  throw new Error(
    `The trace shortens a value the floor does not know: ${value}`,
  )
}

async function readStatements(port: number, sandbox: Sandbox, traceId: string) {
  const { text } = await call(port, {
    method: 'GET',
    path: `/api/traces/${traceId}`,
    headers: { authorization: `Bearer ${sandbox.token}` },
    expected: 200,
  })
  const { spans } = Trace.parse(JSON.parse(text))
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  const own = spans.filter((span) => isOfOrder(span, byId))
  const statements = own.flatMap(({ sql }) => (sql ? [sql] : []))
  if (!statements.some((sql) => sql.text === 'COMMIT'))
    throw new Error('The trace of the order holds no transaction')
  return statements
}

/** Not what follows the reply: the delivery is a branch of the same trace. */
function isOfOrder(span: Span, byId: Map<string, Span>): boolean {
  if (span.kind === 'producer') return false
  if (span.parentSpanId === null) return span.name === 'POST /api/orders'
  const parent = byId.get(span.parentSpanId)
  return parent !== undefined && isOfOrder(parent, byId)
}
