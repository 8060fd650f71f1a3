/**
 * The least that can place the order: bare node:http and the driver, running
 * the statements of a recorded order in the same transaction. No framework, no
 * session, no validation, no tracing, nothing after the reply.
 *
 * node order-floor.mjs <database file> <recording>; the port is PORT.
 */
import { createClient } from '@libsql/client'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [file, recordingFile] = process.argv.slice(2)
const { statements, reply } = JSON.parse(readFileSync(recordingFile, 'utf8'))
const begin = statements.findIndex(({ text }) => text === 'BEGIN')
const commit = statements.findIndex(({ text }) => text === 'COMMIT')
const before = statements.slice(0, begin).map(prepare)
const inside = statements.slice(begin + 1, commit).map(prepare)
const order = JSON.parse(reply)

const client = createClient({ url: `file:${file}`, concurrency: 1, timeout: 0 })
await client.execute('PRAGMA journal_mode=WAL')

/** What counts the request may be lost with the power; the order may not. */
const relaxed = 'PRAGMA synchronous=NORMAL'
const strict = 'PRAGMA synchronous=FULL'

/** One connection, so one order at a time. */
let last = Promise.resolve()

createServer(receive).listen(Number(process.env.PORT), '127.0.0.1')

function receive(request, response) {
  if (request.method === 'GET') return send(response, 200, {})
  if (request.method !== 'POST') return send(response, 405, {})
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts).toString()
    const job = last.then(() => answer(request, body))
    last = job.catch(() => {})
    job
      .then(([status, value]) => send(response, status, value))
      .catch((error) => send(response, 500, { detail: String(error) }))
  })
}

function send(response, status, value) {
  const text = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

async function answer(request, body) {
  if (request.url === '/api/sandboxes') return [201, await openSandbox()]
  return placeOrder(request.headers, JSON.parse(body))
}

async function placeOrder(headers, wish) {
  if (wish.restaurant !== order.restaurant.slug) return [422, {}]
  const values = {
    sandbox: headers.authorization.slice('Bearer '.length),
    key: headers['idempotency-key'],
    order: `ord_${randomBytes(12).toString('hex')}`,
    message: `msg_${randomBytes(12).toString('hex')}`,
    trace: randomBytes(16).toString('hex'),
  }
  await client.execute(relaxed)
  for (const { sql, fill } of before)
    await client.execute({ sql, args: fill(values) })

  await client.execute(strict)
  const transaction = await client.transaction('write')
  try {
    for (const { sql, fill, rowsAffected } of inside) {
      const result = await transaction.execute({ sql, args: fill(values) })
      if (rowsAffected > 0 && result.rowsAffected === 0)
        return [409, { detail: `Nothing changed: ${sql}` }]
    }
    await transaction.commit()
  } finally {
    transaction.close()
  }
  const placedAt = new Date().toISOString()
  return [201, { ...order, id: values.order, placedAt }]
}

/** A copy of the recorded sandbox, whatever its columns are. */
async function openSandbox() {
  const id = `sbx_${randomBytes(16).toString('hex')}`
  const { rows, columns } = await client.execute(
    'select * from sandboxes limit 1',
  )
  const args = columns.map((name) => (name === 'id' ? id : rows[0][name]))
  const marks = columns.map(() => '?').join(', ')
  await client.execute({
    sql: `insert into sandboxes (${columns.join(', ')}) values (${marks})`,
    args,
  })
  return { id, token: id }
}

function prepare({ text, parameters, rowsAffected }) {
  const fillers = parameters.map((parameter) => {
    const parts = String(parameter).split(/\{\{(\w+)\}\}/)
    if (typeof parameter !== 'string' || parts.length === 1)
      return () => parameter
    return (values) =>
      parts.map((part, i) => (i % 2 === 1 ? values[part] : part)).join('')
  })
  const fill = (values) => fillers.map((filler) => filler(values))
  return { sql: text, rowsAffected, fill }
}
