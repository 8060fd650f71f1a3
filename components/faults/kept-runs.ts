import type { BoardFaultName } from '@/contracts/fault-board'
import type { Run } from './send-armed'

/** Both outcomes of one lever, as far as they have been seen. */
export type Outcomes = { sound?: Run; naive?: Run }
export type Runs = Readonly<Partial<Record<BoardFaultName, Outcomes>>>

let runs: Runs = {}
const listeners = new Set<() => void>()

/** Outcomes stay while the reader goes from the stage to a replay and back. */
export function keptRuns(): Runs {
  return runs
}

export function keepRun(name: BoardFaultName, isProtected: boolean, run: Run) {
  const side = isProtected ? 'sound' : 'naive'
  runs = { ...runs, [name]: { ...runs[name], [side]: run } }
  for (const listener of listeners) listener()
}

export function onRun(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
