import { PGlite, type Results } from '@electric-sql/pglite'
import {
  shownCell,
  shownColumns,
  shownRows,
  type PostgresAsk,
  type PostgresNews,
  type PostgresRefusal,
  type PostgresResult,
} from './postgres-news'

/*
 * A thread of the reader's own tab with PostgreSQL in it, in memory. It is
 * bundled by scripts/make-postgres.mjs and served beside the engine's files.
 */
declare const PGLITE_VERSION: string

const tell = (news: PostgresNews) => postMessage(news)

const opening = open().catch((error: unknown) => {
  tell({ kind: 'failed', message: String(error) })
  throw error
})

async function open(): Promise<PGlite> {
  const startedAt = performance.now()
  const [pgliteWasmModule, initdbWasmModule, fsBundle] = await Promise.all([
    compile('pglite.wasm'),
    compile('initdb.wasm'),
    fetchPart('pglite.data').then((reply) => reply.blob()),
  ])
  const postgres = await PGlite.create({
    pgliteWasmModule,
    initdbWasmModule,
    fsBundle,
  })
  await postgres.listen('kept_orders', (payload) =>
    tell({ kind: 'notice', channel: 'kept_orders', payload }),
  )
  const { rows } = await postgres.query<{ version: string }>('SELECT version()')
  tell({
    kind: 'ready',
    version: rows[0]?.version ?? 'PostgreSQL',
    package: PGLITE_VERSION,
    startMs: performance.now() - startedAt,
    bytes: bytesFetched(),
  })
  return postgres
}

/** What came over the wire for it; nothing where the browser had it already. */
function bytesFetched(): number {
  return performance
    .getEntriesByType('resource')
    .reduce(
      (sum, entry) =>
        sum +
        (entry instanceof PerformanceResourceTiming ? entry.transferSize : 0),
      0,
    )
}

async function fetchPart(name: string): Promise<Response> {
  const reply = await fetch(new URL(name, import.meta.url))
  if (!reply.ok) throw new Error(`${name} did not arrive: ${reply.status}`)
  return reply
}

async function compile(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await (await fetchPart(name)).arrayBuffer())
}

onmessage = async ({ data }: MessageEvent<PostgresAsk>) => {
  const postgres = await opening
  const { id, sql } = data
  const startedAt = performance.now()
  const ms = () => performance.now() - startedAt
  try {
    const results = await postgres.exec(sql, { rowMode: 'array' })
    tell({ kind: 'results', id, results: results.map(shaped), ms: ms() })
  } catch (error) {
    tell({ kind: 'refused', id, refusal: refusalOf(error), ms: ms() })
    // A transaction that failed half way would refuse everything after it.
    await postgres.exec('ROLLBACK').catch(() => undefined)
  }
}

function shaped({ fields, rows, affectedRows }: Results): PostgresResult {
  return {
    columns: fields.slice(0, shownColumns).map(({ name }) => name),
    rows: rows.slice(0, shownRows).map(cellsOf),
    hasMore: rows.length > shownRows,
    changed: fields.length === 0 ? (affectedRows ?? null) : null,
  }
}

function cellsOf(row: unknown): string[] {
  return Array.isArray(row) ? row.slice(0, shownColumns).map(cellOf) : []
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)
  return text.length > shownCell ? `${text.slice(0, shownCell)}…` : text
}

function refusalOf(error: unknown): PostgresRefusal {
  const given: Record<string, unknown> = Object(error)
  const text = (name: string) =>
    typeof given[name] === 'string' && given[name] !== '' ? given[name] : null
  const position = Number(given['position'])
  return {
    message: text('message') ?? String(error),
    code: text('code'),
    detail: text('detail'),
    hint: text('hint'),
    position: position > 0 ? position : null,
  }
}
