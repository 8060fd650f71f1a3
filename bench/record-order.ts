import { Trace, type Span } from '@/contracts/trace'
import { call } from './drive-load'
import { newKey, newOrder } from './order-load'
import { openSandbox, type Sandbox } from './sandbox-pool'

/** What the floors repeat; what differs from order to order is in {{braces}}. */
export type Recording = {
  steps: { name: string; statements: Statement[] }[]
  reply: string
}

type Statement = {
  name: string
  text: string
  parameters: (string | number | null)[]
  rowsAffected: number | null
}

/**
 * Places an order and reads its SQL out of the trace, so that the floors run
 * what the site runs, whatever that has become. The second order in a sandbox:
 * the first one also puts out the day's portions.
 */
export async function recordOrder(port: number): Promise<Recording> {
  const sandbox = await openSandbox(port)
  await call(port, newOrder(sandbox))
  const key = newKey()
  const { headers, text: reply } = await call(port, newOrder(sandbox, key))
  const traceId = String(headers['traceresponse']).split('-')[1] ?? ''
  const steps = await readSteps(port, sandbox, traceId)

  const given = steps
    .flatMap(({ statements }) => statements)
    .flatMap(({ parameters }) => parameters)
  const message = given.find((value) => /^msg_\w+$/.test(String(value)))
  const names = new Map([
    [sandbox.id, '{{sandbox}}'],
    [String(JSON.parse(reply).id), '{{order}}'],
    [String(message), '{{message}}'],
    [traceId, '{{trace}}'],
  ])
  const insert = (text: string) =>
    [...names].reduce((all, [id, name]) => all.replaceAll(id, name), text)
  const filled = ({ name, text, parameters, rowsAffected }: Statement) => ({
    name,
    text,
    rowsAffected,
    parameters: parameters.map((value) =>
      typeof value === 'string' ? insert(inFull(value, key, reply)) : value,
    ),
  })
  return {
    reply: insert(reply),
    steps: steps.map(({ name, statements }) => ({
      name,
      statements: statements.map(filled),
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

async function readSteps(port: number, sandbox: Sandbox, traceId: string) {
  const { text } = await call(port, {
    method: 'GET',
    path: `/api/traces/${traceId}`,
    headers: { authorization: `Bearer ${sandbox.token}` },
    expected: 200,
  })
  const { spans } = Trace.parse(JSON.parse(text))
  const root = spans.find(({ name }) => name === 'POST /api/orders')
  const steps = spans
    .filter(({ parentSpanId }) => parentSpanId === root?.spanId)
    .map(({ name, spanId }) => ({
      name,
      statements: upToCommit(statementsIn(spanId, spans)),
    }))
    .filter(({ statements }) => statements.length > 0)
  const saving = steps.at(-1)?.statements ?? []
  if (saving[0]?.text !== 'BEGIN' || saving.at(-1)?.text !== 'COMMIT')
    throw new Error('The last step of the order is not its transaction')
  return steps
}

/** A delivery that has begun already hangs under the step, and is no part of it. */
function upToCommit(statements: Statement[]): Statement[] {
  const commit = statements.findIndex(({ text }) => text === 'COMMIT')
  return commit < 0 ? statements : statements.slice(0, commit + 1)
}

/** The statements of a step, those in its transaction included. */
function statementsIn(parent: string, spans: Span[]): Statement[] {
  return spans
    .filter(({ parentSpanId }) => parentSpanId === parent)
    .flatMap(({ name, sql, spanId }) =>
      sql ? [{ name, ...sql }] : statementsIn(spanId, spans),
    )
}
