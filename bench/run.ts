/**
 * `npm run bench`: how far the site is from what is possible. It prints ratios
 * against floors that run in the same minutes on the same machine; its absolute
 * figures mean little elsewhere. Needs a build (`npm run build`). Names after
 * `--` choose parts: `npm run bench -- orders gap`. Some take long and run only
 * when they are named: `npm run bench -- lighthouse function clone`.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '@/scripts/child.mjs'
import { hashSources, isBuilt } from '@/scripts/source-stamp.mjs'
import { parts, partsByName, Workshop } from './parts'
import {
  printCircumstances,
  printResults,
  readCircumstances,
} from './print-report'
import { canReadCpu } from './process-cpu'
import type { Result } from './results'
import { killServers } from './start-server'

const partAtMostMs = 300_000
const namedPartAtMostMs = 2_400_000
const all = { ...parts, ...partsByName }

if (!existsSync(join(root, '.next', 'BUILD_ID'))) {
  console.error('There is no build here yet: npm run build makes one.')
  process.exit(1)
}
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in all))
if (unknown.length > 0) {
  const names = Object.keys(all).join(', ')
  console.error(`There is no ${unknown.join(', ')}; the parts are ${names}.`)
  process.exit(1)
}
process.chdir(root)
const circumstances = readCircumstances()
const isOfTheseSources = isBuilt(hashSources())
const results: Result[] = []
const failed: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'back-of-house-bench-'))
process.on('exit', leaveNothingBehind)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(130))

printCircumstances(circumstances)
if (!isOfTheseSources)
  console.log('Warning: the build in .next is not of these sources.\n')
if (!canReadCpu)
  console.log('CPU is left out: only Linux tells it of another process.\n')

const workshop = new Workshop(folder)
for (const [name, measure] of Object.entries(all))
  if (wanted.length === 0 ? name in parts : wanted.includes(name)) {
    const atMostMs = name in parts ? partAtMostMs : namedPartAtMostMs
    const outOfTime = setTimeout(leaveUnfinished, atMostMs)
    const startedAt = performance.now()
    try {
      results.push(...(await measure(workshop)))
    } catch (error) {
      // The other parts are worth having all the same.
      failed.push(name)
      console.error(`${name} could not be measured:`, error)
    }
    clearTimeout(outOfTime)
    const seconds = (performance.now() - startedAt) / 1000
    console.error(`Measured ${name} in ${seconds.toFixed(0)} s.`)
  }

printResults(results)
writeLatest(failed.length === 0)
if (wanted.length === 0)
  console.log(
    `\nOnly when named (npm run bench -- <part>): ${Object.keys(partsByName).join(', ')}.`,
  )
process.exit(failed.length === 0 ? 0 : 1)

/** Some parts alone do not replace the figures of a whole run. */
function writeLatest(isFinished: boolean): void {
  const name = wanted.length === 0 ? 'latest.json' : 'latest-parts.json'
  const latest = {
    ...circumstances,
    isOfTheseSources,
    isFinished,
    failed,
    parts: wanted.length === 0 ? Object.keys(parts) : wanted,
    results,
  }
  const text = JSON.stringify(latest, null, 2)
  writeFileSync(join(root, 'bench', name), `${text}\n`)
}

function leaveUnfinished(): void {
  printResults(results)
  writeLatest(false)
  console.error('Out of time: this is what was measured until then.')
  process.exit(1)
}

function leaveNothingBehind(): void {
  killServers()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
