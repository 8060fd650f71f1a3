import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { longestDelay } from './watch-loop'
import type { OrderLoad } from './order-load'
import type { OrderServers } from './order-servers'
import { compare, state, type Result } from './results'
import { alternate } from './rounds'

const writers = 40
const length = { forMs: 1000, atLeast: 100 }
const mostMs = 50

type Waits = { loopMs: number; healthMs: number }

/**
 * How late the event loop is while forty writers order, told by the process
 * itself (bench/loop-delay.mjs), and the longest wait of somebody who asks for
 * /api/health meanwhile, who also stands in the queue for the database.
 */
export async function measureGap(servers: OrderServers): Promise<Result[]> {
  const names = ['watched', 'bareWatched'] as const
  const loads = {
    watched: await servers.load('watched'),
    bareWatched: await servers.load('bareWatched'),
  }
  for (const name of names) await loads[name].warmUp(writers)
  const waits = await alternate(names, (name) => measureRound(loads[name]))
  for (const name of names) await servers.stop(name)

  const ours = waits.watched.map(({ loopMs }) => loopMs)
  const loop = {
    what: 'longest stall of the event loop, 40 writers',
    unit: 'ms',
    note: `the longest of all: ${Math.max(...ours).toFixed(0)} ms`,
  }
  const health = {
    what: 'longest wait for /api/health, 40 writers',
    unit: 'ms',
    floorName: '',
  }
  return [
    state(
      { ...loop, floorName: 'the goal', goal: `<= ${mostMs} ms` },
      ours,
      mostMs,
    ),
    compare(
      { ...loop, note: undefined, floorName: 'bare node:http' },
      ours,
      waits.bareWatched.map(({ loopMs }) => loopMs),
    ),
    state(
      health,
      waits.watched.map(({ healthMs }) => healthMs),
    ),
  ]
}

async function measureRound(load: OrderLoad): Promise<Waits> {
  const { server } = load
  await load.prepare(writers, length)
  await longestDelay(server)
  const health = await startProbe(server.port, 'GET', '/api/health')
  await load.drive(writers, length)
  const waits = {
    healthMs: await health(),
    loopMs: await longestDelay(server),
  }
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
