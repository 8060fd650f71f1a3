/**
 * Records the labs as figures: plays each of them in a real browser, by its own
 * buttons, against the production server on a database of its own, and keeps
 * what it wrote and what its traces draw and tell. Of several runs the one with
 * the median duration is kept, and the first, which starts cold, never.
 * `npm run record:labs -- engine index` records these two. Needs a build
 * (`npm run build`) and a Chromium.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { LabRecording } from '@/contracts/lab-recordings'
import { isLab, labs, type LabName } from '@/labs/labs'
import site from '@/package.json'
import { findChromium } from '../chromium.mjs'
import { plays } from './plays'
import { takeOf } from './take'
import { textOf } from './text-of'

const usualTakes = 3
const port = 3303
const base = `http://127.0.0.1:${port}`
const folder = mkdtempSync(join(tmpdir(), 'back-of-house-record-labs-'))
const wanted = process.argv.slice(2).filter(isLab)
const failed: string[] = []

const server = spawn(process.execPath, ['scripts/serve.mjs'], {
  env: {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    TURSO_DATABASE_URL: '',
    // No run depends on a service of others.
    WEATHER_URL: 'off',
  },
  stdio: 'inherit',
})
try {
  await answered(`${base}/api/health`)
  mkdirSync('recordings/labs', { recursive: true })
  for (const lab of wanted.length > 0
    ? wanted
    : Object.keys(labs).filter(isLab))
    await record(lab).catch((error: unknown) => {
      failed.push(lab)
      console.error(lab, error)
    })
} finally {
  server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
if (failed.length > 0) {
  console.error(`Not recorded: ${failed.join(', ')}.`)
  process.exitCode = 1
}

async function record(lab: LabName): Promise<void> {
  const play = plays[lab]
  if (!play) throw new Error(`scripts/record-figures does not play it yet`)
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    await takeOf(browser, base, lab, play)
    const { takes = usualTakes } = play
    const runs = []
    for (let take = 0; take < takes; take++)
      runs.push(await takeOf(browser, base, lab, play))
    runs.sort((a, b) => a.lengthMs - b.lengthMs)
    const median = runs[Math.floor(takes / 2)]
    const { outcome, traces } = median ?? { outcome: [], traces: [] }
    const recording = LabRecording.parse({
      label: 'recorded',
      recordedAt: new Date().toISOString(),
      version: site.version,
      pressed: play.pressed,
      beside: play.beside ?? null,
      outcome,
      traces,
    })
    writeFileSync(`recordings/labs/${lab}.json`, textOf(recording))
    console.log(`${lab}: ${outcome.join(' ')}`)
  } finally {
    await browser.close()
  }
}

async function answered(address: string): Promise<void> {
  for (let look = 0; look < 150; look++) {
    const reply = await fetch(address).catch(() => null)
    if (reply?.ok) return
    await sleep(200)
  }
  throw new Error(`No answer from ${address}`)
}
