import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildNext, startNext } from './build-next'
import { call } from './drive-load'
import { memoryOf } from './event-servers'
import { newOrder } from './order-load'
import type { OrderServers } from './order-servers'
import { hasComeToRest } from './process-cpu'
import { compare, state, type Result } from './results'
import { alternate, roundCount } from './rounds'
import { openSandbox } from './sandbox-pool'
import { startSite, stopServer, type Server } from './start-server'

const requests = 20
const floorName = 'Next with an island'

/**
 * From spawn to the whole first page, on a database that is there already, and
 * what the process keeps in memory when it has answered a few requests. On an
 * empty disk, from spawn to the reply of the first order.
 */
export async function measureStart(
  orders: OrderServers,
  folder: string,
): Promise<Result[]> {
  const data = await orders.copyOfData('start')
  const floor = await buildNext('next-island', join(folder, 'island'))
  const begin = {
    site: () => startSite(data),
    floor: () => startNext(floor, '/'),
  }
  const starts = await alternate(['site', 'floor'] as const, async (name) => {
    const server = await begin[name]()
    const memoryMiB = await memoryAfterRequests(server)
    await stopServer(server)
    return { readyMs: server.readyMs, memoryMiB }
  })
  const row = (what: string, unit: string, goal: string) => ({
    what,
    unit,
    goal,
    floorName,
  })
  return [
    compare(
      row('spawn to first page', 'ms', '<= 1.4 x, best 1.2 x'),
      starts.site.map(({ readyMs }) => readyMs),
      starts.floor.map(({ readyMs }) => readyMs),
    ),
    compare(
      row(`memory after ${requests} requests`, 'MiB', '<= 1.6 x, best 1.3 x'),
      starts.site.map(({ memoryMiB }) => memoryMiB),
      starts.floor.map(({ memoryMiB }) => memoryMiB),
    ),
    state(
      {
        what: 'spawn to first order on an empty disk',
        unit: 'ms',
        floorName: '',
      },
      await firstOrders(folder),
    ),
  ]
}

async function memoryAfterRequests(server: Server): Promise<number> {
  for (let at = 0; at < requests; at++)
    await call(server.port, { method: 'GET', path: '/', expected: 200 })
  await hasComeToRest(server.pid)
  return memoryOf(server) / 1024
}

async function firstOrders(folder: string): Promise<number[]> {
  const waits: number[] = []
  for (let round = 0; round < roundCount; round++) {
    const empty = join(folder, `empty-${round}`)
    mkdirSync(empty)
    const startedAt = performance.now()
    const server = await startSite(empty)
    await call(server.port, newOrder(await openSandbox(server.port)))
    waits.push(performance.now() - startedAt)
    await stopServer(server)
  }
  return waits
}
