import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { smallServer } from './small-server'

/** So many run at a time; the one that idled longest makes room. */
const most = 8
const idleMs = 2 * 60_000

/** A small server while it runs. */
type Running = {
  worker: Worker
  startedAt: number
  usedAt: number
  /** One question after the other, as the answers come in that order. */
  queue: Promise<unknown>
}

declare global {
  var backOfHouseSmallServers: Map<string, Running> | undefined
}

function running(): Map<string, Running> {
  return (globalThis.backOfHouseSmallServers ??= new Map())
}

type Said = { name: string | null; thread: number; startedAt: number }

/** Tells a small server a name, or null to hear the one that it knows. */
export async function askServer(
  place: string,
  told: string | null,
): Promise<Said> {
  const server = running().get(place) ?? startServer(place)
  server.usedAt = Date.now()
  const { worker, startedAt } = server
  const answer = server.queue.then(() => {
    worker.postMessage(told)
    return once(worker, 'message')
  })
  server.queue = answer.catch(() => undefined)
  const [name] = await answer
  return { name, thread: worker.threadId, startedAt }
}

/** Ends a small server, and with it all that it knew. */
export async function endServer(place: string): Promise<void> {
  const server = running().get(place)
  running().delete(place)
  await server?.worker.terminate()
}

function startServer(place: string): Running {
  void endIdle()
  const source = `(${smallServer})(require('node:worker_threads').parentPort)`
  const worker = new Worker(source, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 8, stackSizeMb: 1 },
  })
  // It must not keep the whole process alive.
  worker.unref()
  const now = Date.now()
  const queue = Promise.resolve()
  const server = { worker, startedAt: now, usedAt: now, queue }
  running().set(place, server)
  return server
}

/** Those nobody asks any more, and the oldest where there are too many. */
async function endIdle(): Promise<void> {
  const places = [...running()].sort(([, a], [, b]) => a.usedAt - b.usedAt)
  const tooMany = places.length - (most - 1)
  const idle = places.filter(
    ([, { usedAt }], at) => at < tooMany || Date.now() - usedAt > idleMs,
  )
  await Promise.all(idle.map(([place]) => endServer(place)))
}
