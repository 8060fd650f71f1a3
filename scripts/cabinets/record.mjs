import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../child.mjs'
import { recordFirestore } from './record-firestore.mjs'
import { recordMariaDb } from './record-mariadb.mjs'
import { recordNeDb } from './record-nedb.mjs'

/**
 * `node scripts/cabinets/record.mjs` keeps one order in relatives of MySQL,
 * MongoDB and Firebase, and writes down what they answered: recordings of the
 * lab five-cabinets. It needs Debian's mariadb-server and a registry for the
 * two packages, which it installs beside the site and removes again.
 */
const packages = { '@seald-io/nedb': '4.1.2', firebase: '13.2.0' }

const folder = mkdtempSync(join(tmpdir(), 'cabinets-'))
try {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const names = Object.entries(packages).map(([name, at]) => `${name}@${at}`)
  execFileSync('npm', ['install', '--ignore-scripts', ...names], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const resolve = createRequire(join(folder, 'package.json')).resolve
  const load = (name) => import(pathToFileURL(resolve(name)).href)
  const recording = {
    label: 'recorded',
    recordedAt: new Date().toISOString(),
    mysql: await recordMariaDb(),
    mongodb: await recordNeDb(load, packages['@seald-io/nedb']),
    firebase: await recordFirestore(load, packages.firebase),
  }
  const file = join(root, 'recordings', 'five-cabinets.json')
  writeFileSync(file, `${JSON.stringify(recording, null, 1)}\n`)
  console.log(readFileSync(file, 'utf8'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
