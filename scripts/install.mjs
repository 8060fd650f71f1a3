import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodeOf, root, start } from './child.mjs'

const lockFile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules', '.back-of-house')
/** Native packages differ by system: a folder that was moved installs again. */
const system = `${process.platform} ${process.arch}`

/** Installs the packages of the lock file, unless they are here already. */
export async function installIfNeeded() {
  const stamp = stampOf(readFileSync(lockFile))
  if (readStamp() === stamp) return
  if (!isInstalled()) await install()
  writeFileSync(stampFile, stamp)
}

async function install() {
  console.log('Installing packages (npm ci). This takes half a minute or so.')
  // Asked for by name: NODE_ENV=production alone would leave out the tools
  // that the build needs.
  const npm = start('npm', ['ci', '--include=dev', '--loglevel=error'], {
    shell: process.platform === 'win32',
  })
  const code = await exitCodeOf(npm)
  if (code === 0) return

  if (code < 128)
    console.error('The packages could not be installed; npm says why above.')
  process.exit(code)
}

function stampOf(lock) {
  return `${createHash('sha256').update(lock).digest('hex')} ${system}`
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
}

/**
 * Whether somebody ran `npm install` by hand: npm keeps its own record of what
 * is in node_modules, and all that the lock file requires is in it.
 */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json')
  const stamp = readStamp()
  if (stamp !== '' && !stamp.endsWith(system)) return false
  if (!existsSync(record)) return false

  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const here = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional || here[path]?.version === version,
  )
}
