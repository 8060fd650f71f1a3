/**
 * The least that can place the order: bare node:http and the driver, running
 * the statements of a recorded order in the same transaction. No framework, no
 * session, no validation, no tracing, nothing after the reply.
 *
 * node order-floor.mjs <database file> <recording>; the port is PORT.
 */
import { createServer } from 'node:http'
import { Till } from './recorded-order.mjs'

const [file, recordingFile] = process.argv.slice(2)
const untraced = (_name, _attributes, work) => work()
const till = await Till.open(file, recordingFile, untraced)

createServer(receive).listen(Number(process.env.PORT), '127.0.0.1')

function receive(request, response) {
  if (request.method === 'GET') return send(response, 200, {})
  if (request.method !== 'POST') return send(response, 405, {})
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    answer(request, Buffer.concat(parts).toString())
      .then((value) => send(response, value ? 201 : 422, value ?? {}))
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

function answer({ url, headers }, body) {
  if (url === '/api/sandboxes') return till.openSandbox()
  const { authorization, 'idempotency-key': key } = headers
  return till.placeOrder(authorization, key, JSON.parse(body))
}
