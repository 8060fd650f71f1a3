import type { Serving } from '@/contracts/one-waiter'
import { NotFoundError, ProblemError } from '@/server/http/errors'
import { LabBusyError } from '@/server/limits/few-at-a-time'
import type { Guest } from '@/server/guests/require-guest'
import { everyMs, LoopWatch } from './loop-watch'

const mostRuns = 2
/** A run that nobody ends is over when nobody has asked for so long. */
const idleMs = 10_000

type Run = {
  way: Serving['way']
  served: Set<number>
  watch: LoopWatch
  startedAt: number
  idle: NodeJS.Timeout
}

const runs = new Map<string, Run>()
/** After computing here the main thread is left to others for as long. */
let computeAgainAt = 0

/**
 * A place in the run, which begins with its first request. On the whole server
 * two runs may be under way, and one that computes on the main thread.
 */
export function takePlace(guest: Guest, { run: id, way, number }: Serving) {
  const name = nameOf(guest, id)
  const run = runs.get(name) ?? beginRun(name, way)
  if (run.way !== way || run.served.has(number)) throw new NotOfThisRunError()

  run.served.add(number)
  run.idle.refresh()
}

function beginRun(name: string, way: Run['way']): Run {
  const isComputing = [...runs.values()].some(isOnMainThread)
  const isTaken = isComputing || performance.now() < computeAgainAt
  if (runs.size >= mostRuns || (isOnMainThread({ way }) && isTaken))
    throw new LabBusyError()

  const run: Run = {
    way,
    served: new Set(),
    watch: new LoopWatch(),
    startedAt: performance.now(),
    idle: setTimeout(() => closeRun(name), idleMs).unref(),
  }
  runs.set(name, run)
  return run
}

/** Ends the run, and tells how late the event loop was while it went on. */
export function endRun(guest: Guest, id: string) {
  const run = closeRun(nameOf(guest, id))
  if (!run) throw new NotFoundError('run')
  return { served: run.served.size, everyMs, late: run.watch.late }
}

function closeRun(name: string): Run | undefined {
  const run = runs.get(name)
  if (!run) return
  runs.delete(name)
  clearTimeout(run.idle)
  run.watch.stop()
  const now = performance.now()
  if (isOnMainThread(run)) computeAgainAt = now + (now - run.startedAt)
  return run
}

function isOnMainThread({ way }: Pick<Run, 'way'>): boolean {
  return way === 'compute'
}

function nameOf({ sandbox }: Guest, id: string): string {
  return `${sandbox} ${id}`
}

export class NotOfThisRunError extends ProblemError {
  override name = 'NotOfThisRunError'
  constructor() {
    const detail = 'A run is served in one way, and each number once.'
    super('malformed-request', detail)
  }
}
