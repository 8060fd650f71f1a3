import { parentPort, workerData } from 'node:worker_threads'
import initSqlJs from 'sql.js'

/*
 * The cage: a thread with a database of its own and nothing else. SQLite is
 * compiled to WebAssembly, which reaches no file, no socket and no process.
 * What comes out is cut to size here, before anybody else has to hold it.
 */
const { statement, parameters, scene, cageLimits: limits } = workerData
const SQLite = await initSqlJs()
const database = new SQLite.Database()

layOut(scene)
// From here on the limit of memory can be lowered, and never raised.
database.run(`PRAGMA hard_heap_limit = ${limits.heapBytes}`)
database.run('PRAGMA temp_store = memory')
database.run('PRAGMA max_page_count = 1024')

parentPort.postMessage({ ready: true })
const outcome = run()
const answer = { statement, parameters, ...outcome, tables: listTables() }
parentPort.postMessage({ answer })

function layOut(tables) {
  for (const { name, columns, create, rows } of tables) {
    database.run(`CREATE TABLE ${name} (${create})`)
    const places = columns.map(() => '?').join(', ')
    for (const row of rows)
      database.run(`INSERT INTO ${name} VALUES (${places})`, row)
  }
}

/** Every statement that SQLite finds in the text, one after another. */
function run() {
  const results = []
  try {
    for (const found of database.iterateStatements(statement)) {
      if (results.length === limits.statements) break
      if (parameters.length > 0) found.bind(parameters)
      results.push({ sql: cut(found.getSQL(), 4_000), ...readRows(found) })
    }
    return { results, end: 'done', message: null }
  } catch (error) {
    const message = cut(String(error?.message ?? error))
    const isFull = /out of memory|too big|is full/.test(message)
    return { results, end: isFull ? 'memory' : 'error', message }
  }
}

function readRows(found) {
  const rows = []
  let hasMore = found.step()
  while (hasMore && rows.length < limits.rows) {
    rows.push(found.get().slice(0, limits.columns).map(shown))
    hasMore = found.step()
  }
  const columns = found.getColumnNames().slice(0, limits.columns)
  return { columns: columns.map((name) => cut(name)), rows, hasMore }
}

/** What is left, as somebody who looks afterwards finds it. */
function listTables() {
  try {
    const found = database.exec(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
       AND name NOT LIKE 'sqlite_%' LIMIT ${limits.tables}`,
    )
    const names = (found[0]?.values ?? []).map(([name]) => String(name))
    return names.map(readTable)
  } catch {
    return null
  }
}

function readTable(name) {
  const quoted = `"${name.replaceAll('"', '""')}"`
  const [{ values }] = database.exec(`SELECT count(*) FROM ${quoted}`)
  const [held] = database.exec(`SELECT * FROM ${quoted} LIMIT ${limits.rows}`)
  return {
    name: cut(name),
    columns: (held?.columns ?? []).slice(0, limits.columns).map(String),
    rows: (held?.values ?? []).map((row) =>
      row.slice(0, limits.columns).map(shown),
    ),
    count: Number(values[0][0]),
  }
}

function shown(value) {
  if (value === null) return null
  return cut(value instanceof Uint8Array ? 'bytes' : String(value))
}

function cut(text, length = limits.cellLength) {
  return text.length > length ? `${text.slice(0, length)}…` : text
}
