import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '@/scripts/child.mjs'
import type { Server } from './start-server'

const writtenWithinMs = 5_000

/** What makes a server watch its own event loop. */
export function watching(name: string): Record<string, string> {
  return {
    NODE_OPTIONS: `--import=${join(root, 'bench', 'loop-delay.mjs')}`,
    LOOP_DELAY_FILE: fileOf(name),
  }
}

/** How late the loop of a watched server was at most since the last question. */
export async function longestDelay({ pid, watch }: Server): Promise<number> {
  if (watch === undefined) throw new Error('This server is not watched')
  const file = fileOf(watch)
  rmSync(file, { force: true })
  process.kill(pid, 'SIGUSR2')
  const giveUpAt = performance.now() + writtenWithinMs
  for (;;) {
    try {
      const { maxMs }: { maxMs: number } = JSON.parse(
        readFileSync(file, 'utf8'),
      )
      return maxMs
    } catch (error) {
      if (performance.now() > giveUpAt) throw error
      await sleep(5)
    }
  }
}

function fileOf(name: string): string {
  return join(tmpdir(), `back-of-house-loop-${process.pid}-${name}.json`)
}
