import { createServer } from 'node:http'

/**
 * The floor of the event streams: bare node:http that passes on what it is
 * told, keeps nothing and asks nobody who they are.
 */
const rooms = new Map()
let last = 0

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://floor')
  const room = searchParams.get('room') ?? ''
  if (pathname === '/events') follow(room, response)
  else if (request.method === 'POST') publish(room, request, response)
  else response.end('ok')
}).listen(Number(process.env.PORT), '127.0.0.1')

function follow(room, response) {
  const streams = rooms.get(room) ?? new Set()
  rooms.set(room, streams.add(response))
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write(`retry: 2000\nid: ${last}\n\n`)
  response.once('close', () => streams.delete(response))
}

async function publish(room, request, response) {
  let data = ''
  for await (const part of request) data += part
  const block = `id: ${++last}\nevent: span.ended\ndata: ${data}\n\n`
  for (const stream of rooms.get(room) ?? []) stream.write(block)
  response.end('{}')
}
