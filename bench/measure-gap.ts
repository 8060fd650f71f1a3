import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { OrderLoad } from './order-load'
import { compare, state, type Result } from './results'
import { alternate } from './rounds'

const writers = 40
const roundMs = 1000

/**
 * The longest wait of somebody who asks for nothing much while forty writers
 * order. TRACE is refused before Next and the database are asked, so its wait
 * is the event loop's (and the machine's: an upper bound, seen from outside).
 * The health door also stands in the database's queue behind the writers.
 */
export async function measureGap(
  site: OrderLoad,
  floor: OrderLoad,
): Promise<Result[]> {
  const loads = { site, floor }
  const longest = await alternate(['site', 'floor'] as const, (name) =>
    measureRound(loads[name]),
  )
  const loop = {
    what: 'longest wait for a refusal, 40 writers',
    unit: 'ms',
    floorName: 'bare node:http',
    note: 'event loop only, an upper bound',
  }
  const health = {
    what: 'longest wait for /api/health, 40 writers',
    unit: 'ms',
    floorName: '',
    note: 'event loop and the queue for the database',
  }
  return [
    compare(
      loop,
      longest.site.map(([refusal]) => refusal),
      longest.floor.map(([refusal]) => refusal),
    ),
    state(
      health,
      longest.site.map(([, answer]) => answer),
    ),
  ]
}

async function measureRound(
  load: OrderLoad,
): Promise<[refusal: number, health: number]> {
  const { port } = load.server
  await load.prepare(writers, roundMs)
  const refusal = await startProbe(port, 'TRACE', '/')
  const health = await startProbe(port, 'GET', '/api/health')
  await load.drive(writers, roundMs)
  const waits: [number, number] = [await refusal(), await health()]
  await load.rest()
  return waits
}

/** Asks until the returned function is called, which tells the longest wait. */
async function startProbe(port: number, method: string, path: string) {
  const worker = new Worker(new URL('./probe.mjs', import.meta.url), {
    workerData: { port, method, path },
  })
  await once(worker, 'message')
  return async (): Promise<number> => {
    const told = once(worker, 'message')
    worker.postMessage('stop')
    const [{ longestMs }] = await told
    return longestMs
  }
}
