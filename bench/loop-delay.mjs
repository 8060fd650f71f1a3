/**
 * Preloaded into a server by the bench alone (bench/watch-loop.ts): how late
 * its event loop was. On SIGUSR2 it writes the longest delay since the last
 * time, and starts anew.
 */
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const file = process.env.LOOP_DELAY_FILE
const resolutionMs = 1

if (isMainThread && file) {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  process.on('SIGUSR2', () => {
    const maxMs = delay.max / 1e6 - resolutionMs
    delay.reset()
    writeFileSync(file, JSON.stringify({ maxMs }))
  })
}
