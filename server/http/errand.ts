import type { Database } from '@/db/client'
import { noFaults } from '@/server/sandbox/faults'
import { untraced } from '@/tracing/current'
import { askFor, type Ask } from './ask'
import { houseDatabase } from './visit'

type Errand = () => Promise<void>

declare global {
  var backOfHouseErrands:
    { list: Set<Errand>; running: Promise<void> | null } | undefined
}

const errands = () =>
  (globalThis.backOfHouseErrands ??= { list: new Set(), running: null })

/**
 * Work for everybody and in nobody's trace, done beside all else after a
 * write. It may wait for others, so nothing that is due ever waits for it.
 */
export function errand(
  work: (house: { db: Database; ask: Ask }) => Promise<void>,
): Errand {
  return () =>
    untraced(() => work({ db: houseDatabase(), ask: askFor(noFaults, null) }))
}

export function registerErrand(one: Errand): void {
  errands().list.add(one)
}

/** Runs each once; whoever comes meanwhile finds them under way. */
export function runErrands(): Promise<void> {
  const state = errands()
  return (state.running ??= (async () => {
    for (const one of state.list)
      await one().catch((error: unknown) =>
        console.error('An errand failed:', error),
      )
  })().finally(() => {
    state.running = null
  }))
}
