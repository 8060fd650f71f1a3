import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { followEvents } from './event-stream'

let server: Server | undefined
afterEach(() => {
  vi.unstubAllGlobals()
  server?.closeAllConnections()
  server?.close()
})

/** A server that answers each stream with the next of these, and ends it. */
async function answerWith(...bodies: string[]): Promise<(string | null)[]> {
  const asked: (string | null)[] = []
  server = createServer((request, response) => {
    asked.push(String(request.headers['last-event-id'] ?? ''))
    const body = bodies.shift()
    if (body === undefined) return response.writeHead(204).end()
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = Object(server.address())
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, init),
  )
  return asked
}

async function follow() {
  let last: string | null = null
  const heard: string[] = []
  await followEvents({
    lastEventId: () => last,
    onStart: (id) => (last ??= id),
    onEvent: ({ id = '', data }) => {
      last = id
      heard.push(data)
    },
    onState: () => {},
    onStranger: () => {},
    signal: new AbortController().signal,
  })
  return heard
}

test('a stream that was cut before its first event goes on from where it began', async () => {
  const asked = await answerWith(
    'retry: 10\nid: 41\n\n',
    'retry: 10\nid: 41\n\nid: 42\nevent: order.placed\ndata: the order\n\n',
  )
  expect(await follow()).toEqual(['the order'])
  expect(asked).toEqual(['', '41', '42'])
})

test('the id of a first event is not taken for where the stream began', async () => {
  const asked = await answerWith('retry: 10\nid: 7\ndata: one\n\n')
  expect(await follow()).toEqual(['one'])
  expect(asked).toEqual(['', '7'])
})
