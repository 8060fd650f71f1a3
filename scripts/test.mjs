import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commands, passSignalsOn, root, stopWithNpm } from './child.mjs'
import { installIfNeeded } from './install.mjs'
import { runQuietly } from './run-quietly.mjs'

/**
 * `npm test`: all that has to hold before something lands. The checks, a
 * production build, the journeys in a real browser, and a count at the end.
 */
process.chdir(root)
passSignalsOn()
stopWithNpm()
await installIfNeeded()

// Only now: these need the packages.
const { check, unitResults } = await import('./check.mjs')
const { getChromium, howToGetOne } = await import('./chromium.mjs')
const journeyResults = join(root, 'test-results', 'journeys.json')
rmSync(journeyResults, { force: true })

const passed =
  (await check()) &&
  (await runQuietly('build', ['scripts/build.mjs'])) &&
  (await runJourneys())
const { ok, failed } = countTests()
// A step that failed without a failed test still is a failure.
console.log(`${ok} passed, ${passed ? failed : Math.max(1, failed)} failed`)
process.exit(passed && failed === 0 ? 0 : 1)

async function runJourneys() {
  const chromium = await getChromium()
  if (!chromium) {
    console.error(howToGetOne)
    return false
  }
  const args = [...commands.playwright, 'test', '--reporter=list,json']
  return runQuietly('journeys', args, {
    CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: journeyResults,
  })
}

function countTests() {
  const unit = readResults(unitResults)
  const journeys = readResults(journeyResults)?.stats
  return {
    ok: (unit?.numPassedTests ?? 0) + (journeys?.expected ?? 0),
    failed:
      (unit?.numFailedTests ?? 0) +
      (journeys?.unexpected ?? 0) +
      (journeys?.flaky ?? 0),
  }
}

function readResults(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
