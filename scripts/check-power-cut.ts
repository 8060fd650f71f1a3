import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { moments } from '@/contracts/moments'
import { PowerCutReport } from '@/contracts/power-cut'

const Recording = z.object({
  label: z.literal('recorded'),
  recordedAt: z.iso.datetime(),
  machine: z.string().min(1),
  reports: z.array(PowerCutReport),
})

/** What is wrong with the recorded runs of power-cut. */
export function checkPowerCut(root: string): string[] {
  const name = 'recordings/power-cut.json'
  const again = 'Run npm run record:power-cut.'
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const recording = Recording.safeParse(JSON.parse(read(name)))
  if (!recording.success) return [`${name} is not a recording. ${again}`]

  const { reports } = recording.data
  const missing = moments.filter(
    (moment) => !reports.some((report) => report.moment === moment),
  )
  const program = read('labs/power-cut/server/write-order.mjs')
  const isStale = reports.some((report) => report.program !== program)
  return [
    ...missing.map((moment) => `${name} lacks "${moment}". ${again}`),
    ...(isStale ? [`${name} was recorded with another program. ${again}`] : []),
  ]
}
