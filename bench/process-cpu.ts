import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Linux counts for everybody in hundredths of a second, whatever its clock. */
const tickMs = 10
const lookEveryMs = 250
const waitAtMostMs = 8_000

export const canReadCpu = process.platform === 'linux'

/** CPU a process has used since its start, user and system, all its threads. */
export function cpuMsOf(pid: number): number {
  if (!canReadCpu) return NaN
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name before it is in brackets, and may itself hold some.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickMs
}

/**
 * Waits until a process has no work left from before, so that what follows a
 * reply is counted with the request that caused it. False: it never rested.
 */
export async function hasComeToRest(pid: number): Promise<boolean> {
  if (!canReadCpu) return true
  const giveUpAt = performance.now() + waitAtMostMs
  let before = cpuMsOf(pid)
  while (performance.now() < giveUpAt) {
    await sleep(lookEveryMs)
    const now = cpuMsOf(pid)
    if (now - before <= tickMs) return true
    before = now
  }
  return false
}
