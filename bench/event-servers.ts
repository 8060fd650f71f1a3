import { mkdirSync, readFileSync } from 'node:fs'
import type { Call } from './drive-load'
import type { Door } from './open-streams'
import { openSandboxes } from './sandbox-pool'
import { startServer, startSite, type Server } from './start-server'

/** A server with rooms: what is published in one is heard there alone. */
export type EventServer = {
  server: Server
  door: (room: number) => Door
  publish: (room: number, mark: string) => Call
}

/** Ours, with a sandbox for each room. */
export async function startEvents(
  folder: string,
  rooms: number,
): Promise<EventServer & { restart: () => Promise<Server> }> {
  mkdirSync(folder, { recursive: true })
  const start = () => startSite(folder, { QUOTA_STREAMS: '2000' })
  const server = await start()
  const sandboxes = await openSandboxes(server.port, rooms)
  const authorization = (room: number) => ({
    authorization: `Bearer ${sandboxes[room]?.token}`,
  })
  return {
    server,
    restart: start,
    door: (room) => ({ path: '/api/events', headers: authorization(room) }),
    publish: (room, mark) => ({
      method: 'POST',
      path: '/api/traces',
      headers: { ...authorization(room), 'content-type': 'application/json' },
      body: spanNamed(mark, room),
      expected: 200,
    }),
  }
}

export async function startEventFloor(): Promise<EventServer> {
  const server = await startServer({
    args: () => ['bench/floors/event-floor.mjs'],
    firstPath: '/',
  })
  return {
    server,
    door: (room) => ({ path: `/events?room=${room}` }),
    publish: (room, mark) => ({
      method: 'POST',
      path: `/publish?room=${room}`,
      body: spanNamed(mark, room),
      expected: 200,
    }),
  }
}

let spans = 0

/** One span as OTLP/JSON; the floor passes the same bytes on. */
function spanNamed(name: string, room: number): string {
  const hex = (value: number, length: number) =>
    value.toString(16).padStart(length, '0')
  const now = Date.now()
  const span = {
    traceId: hex(room + 1, 32),
    spanId: hex(++spans, 16),
    name,
    kind: 1,
    startTimeUnixNano: `${now}000000`,
    endTimeUnixNano: `${now}500000`,
    attributes: [],
    status: {},
  }
  return JSON.stringify({
    resourceSpans: [{ scopeSpans: [{ spans: [span] }] }],
  })
}

/** What a process keeps in memory, in KiB. */
export function memoryOf({ pid }: Server): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN)
}
