import { build } from 'esbuild'
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './child.mjs'

/**
 * PostgreSQL for a reader's own tab (labs/five-cabinets): the engine's files as
 * the package brings them, and the thread that runs them, in public/postgres.
 * They are made by every build from what is installed, and in no commit.
 */
const files = ['pglite.wasm', 'pglite.data', 'initdb.wasm']

export async function makePostgres(folder = root) {
  const from = join(folder, 'node_modules', '@electric-sql', 'pglite')
  const to = join(folder, 'public', 'postgres')
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const file of files)
    copyFileSync(join(from, 'dist', file), join(to, file))
  copyFileSync(join(from, 'LICENSE'), join(to, 'LICENSE.txt'))
  const { version } = JSON.parse(
    readFileSync(join(from, 'package.json'), 'utf8'),
  )
  await build({
    entryPoints: [join(folder, 'labs/five-cabinets/postgres-thread.ts')],
    outfile: join(to, 'thread.js'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    // Only asked for where there is a Node: not in a browser.
    external: ['node:*'],
    target: 'es2022',
    minify: true,
    define: { PGLITE_VERSION: JSON.stringify(version) },
    legalComments: 'none',
    logLevel: 'warning',
  })
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  await makePostgres()
