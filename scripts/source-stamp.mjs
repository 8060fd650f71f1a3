import { createHash } from 'node:crypto'
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { root } from './child.mjs'

const stampFile = join(root, '.next', 'back-of-house-sources')

/** What the build does not read. Folders with a leading dot are out as well. */
const ignoredFolders = new Set([
  'node_modules',
  'e2e',
  'bench',
  'coverage',
  'test-results',
  'playwright-report',
])
const ignoredFile = /^next-env\.d\.ts$|^\./
/** At the root stand notes as well; the build reads only these. */
const rootFile = /\.([cm]?[jt]sx?|json)$/

/**
 * A hash over every file that the build may read, names included, and over the
 * address that it writes into pages, if it was told one.
 */
export function hashSources() {
  const hash = createHash('sha256').update(process.env.PUBLIC_URL ?? '')
  for (const path of listFiles('')) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

/** Whether `.next` holds the build of these very sources. */
export function isBuilt(hash) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash
}

/** Written last, so that a build that was cut short is not taken for one. */
export function writeStamp(hash) {
  writeFileSync(stampFile, hash)
}

export function removeStamp() {
  rmSync(stampFile, { force: true })
}

function listFiles(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return isIgnored(entry.name) ? [] : listFiles(path)
    return isInput(entry, folder) ? [path] : []
  })
}

function isInput(entry, folder) {
  if (!entry.isFile() || ignoredFile.test(entry.name)) return false
  return folder !== '' || rootFile.test(entry.name)
}

function isIgnored(folder) {
  return folder.startsWith('.') || ignoredFolders.has(folder)
}
