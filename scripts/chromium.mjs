import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { commands, exitCodeOf, start } from './child.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A Chromium that runs: the one that CHROMIUM names, the system's, or the one
 * that Playwright has downloaded.
 */
export function findChromium() {
  const named = process.env.CHROMIUM
  if (named) return runs(named) ? named : undefined

  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...applications, chromium.executablePath()].find(runs)
}

/** The same, and if there is none, one is installed; else undefined. */
export async function getChromium() {
  const found = findChromium()
  if (found || process.env.CHROMIUM) return found

  if (isDebianRoot()) {
    console.log('No Chromium is here. Installing it with apt-get.')
    if ((await run('apt-get', ['install', '-y', '-qq', 'chromium'])) !== 0) {
      await run('apt-get', ['update', '-qq'])
      await run('apt-get', ['install', '-y', '-qq', 'chromium'])
    }
    const installed = findChromium()
    if (installed) return installed
  }
  console.log("Downloading Playwright's Chromium.")
  await run(process.execPath, [...commands.playwright, 'install', 'chromium'])
  return findChromium()
}

export const howToGetOne =
  'The journeys need a Chromium. Install it (on Debian: apt-get install ' +
  'chromium), or set CHROMIUM to the path of one.'

/** A file of that name may be a stub that only advertises a package. */
function runs(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  const { status } = spawnSync(path, ['--version'], { timeout: 20_000 })
  return status === 0
}

function isDebianRoot() {
  const release = '/etc/os-release'
  if (process.getuid?.() !== 0 || !existsSync(release)) return false
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync(release, 'utf8'))
}

/** What an installer prints matters only when it fails: then it is shown. */
async function run(program, args) {
  const child = start(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  })
  const lines = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => lines.push(chunk.toString()))
  const code = await exitCodeOf(child).catch(() => 127)
  if (code !== 0) console.log(lines.join('').split('\n').slice(-6).join('\n'))
  return code
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = await getChromium()
  console.log(path ?? howToGetOne)
  process.exit(path ? 0 : 1)
}
