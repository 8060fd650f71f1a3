import { makeTestDatabase, type TestDatabase } from '@/db/testing'
import { makeToken } from '@/server/sandbox/credentials'
import { openSandbox } from '@/server/sandbox/sandboxes'
import { spanStore } from '@/tracing/span-store'
import { houseDatabase } from './visit'

export type Handler = (
  request: Request,
  route?: { params: Promise<Record<string, string>> },
) => Promise<Response>

type Call = {
  method?: string
  path?: string
  /** Anything that is not bytes already is sent as JSON. */
  body?: unknown
  headers?: Record<string, string>
  params?: Record<string, string>
}

/** Gives this test file a backend on a database of its own, ready as after a start. */
export async function startTestBackend(): Promise<TestDatabase> {
  const database = await makeTestDatabase()
  globalThis.plateful = { client: database.client }
  return database
}

/** Calls a door as it is called over HTTP, with nothing that was not asked for. */
export function call(
  handler: Handler,
  {
    method = 'GET',
    path = '/api/test',
    body,
    headers = {},
    params = {},
  }: Call = {},
): Promise<Response> {
  const type = { 'content-type': 'application/json' }
  const init = {
    method,
    headers: { ...(body === undefined ? {} : type), ...headers },
    body: bytesOf(body),
    duplex: 'half',
  }
  const request = new Request(`http://127.0.0.1:3000${path}`, init)
  return handler(request, { params: Promise.resolve(params) })
}

function bytesOf(body: unknown): BodyInit | undefined {
  if (body === undefined || typeof body === 'string') return body
  if (body instanceof ReadableStream) return body
  if (body instanceof Uint8Array) return new Uint8Array(body)
  return JSON.stringify(body)
}

/** A caller with a sandbox and a token of their own. */
export class TestCaller {
  private constructor(
    readonly sandboxId: string,
    readonly token: string,
  ) {}

  static async make(): Promise<TestCaller> {
    const { id } = await openSandbox(
      houseDatabase(),
      `test ${Math.random()}`,
      false,
    )
    return TestCaller.of(id)
  }

  /** A caller for a sandbox that is there already. */
  static async of(sandboxId: string): Promise<TestCaller> {
    return new TestCaller(sandboxId, await makeToken(sandboxId))
  }

  /** Calls a door as this caller. */
  call(
    handler: Handler,
    { headers = {}, ...rest }: Call = {},
  ): Promise<Response> {
    const authorization = `Bearer ${this.token}`
    return call(handler, { ...rest, headers: { authorization, ...headers } })
  }
}

/**
 * The rows of every table. Left out is what a refused request may leave
 * behind: how often somebody came by, the trace of it, and notes for the next one.
 */
export async function countRows({
  client,
}: TestDatabase): Promise<Record<string, number>> {
  await spanStore().flush()
  const tables = await client.execute(
    `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'
       and name not in ('rate_limits', 'arrivals', 'traces', 'row_changes', 'span_templates')`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const only = name === 'events' ? "where kind <> 'spans'" : ''
    const { rows } = await client.execute(
      `select count(*) as n from "${String(name)}" ${only}`,
    )
    counts[String(name)] = Number(rows[0]?.['n'])
  }
  return counts
}
