/**
 * Records the lab power-cut at every moment, for deployments that may start no
 * process: real processes, killed here and now. Of a few runs of each moment
 * the one with the median duration is kept.
 */
import { writeFileSync } from 'node:fs'
import { arch, cpus, platform } from 'node:os'
import { moments } from '@/contracts/moments'
import type { Moment, PowerCutReport } from '@/contracts/power-cut'
import { cutPower } from '@/labs/power-cut/server/cut-power'
import { readProgram } from '@/labs/power-cut/server/read-program'
import site from '@/package.json'

const takes = 5

const reports: PowerCutReport[] = []
for (const moment of moments) reports.push(await medianOf(moment))

const systems: Record<string, string> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
}
const recording = {
  label: 'recorded' as const,
  recordedAt: new Date().toISOString(),
  version: site.version,
  machine: `${systems[platform()] ?? platform()} ${arch()}, ${cpus().length} cores, Node.js ${process.versions.node}, libsql ${site.dependencies.libsql}`,
  reports,
}
writeFileSync(
  'recordings/power-cut.json',
  `${JSON.stringify(recording, null, 1)}\n`,
)
console.log(`Recorded ${reports.length} moments on ${recording.machine}.`)

async function medianOf(moment: Moment): Promise<PowerCutReport> {
  const runs: PowerCutReport[] = []
  for (let take = 0; take < takes; take++)
    runs.push({
      moment,
      program: await readProgram(),
      alone: await cutPower(moment, 'alone'),
      together: await cutPower(moment, 'together'),
    })
  runs.sort((a, b) => aliveMs(a) - aliveMs(b))
  const median = runs[Math.floor(takes / 2)]
  if (!median) throw new Error('Nothing was recorded')
  return median
}

function aliveMs({ alone, together }: PowerCutReport): number {
  return alone.aliveMs + together.aliveMs
}
