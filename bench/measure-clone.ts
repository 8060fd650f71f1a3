import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '@/scripts/child.mjs'
import { state, type Result } from './results'
import { startServer, stopServer } from './start-server'

const run = promisify(execFile)

/** A fresh clone, `npm start`, and its first page; npm's cache as it is. */
export async function measureClone(folder: string): Promise<Result[]> {
  const clone = join(folder, 'clone')
  const startedAt = performance.now()
  await run('git', ['clone', '--quiet', '--no-hardlinks', root, clone])
  const server = await startServer({
    args: () => ['scripts/start.mjs'],
    cwd: clone,
    env: { DATA_DIR: join(folder, 'clone-data') },
    firstPath: '/',
    startAtMostMs: 280_000,
  })
  const seconds = (performance.now() - startedAt) / 1000
  await stopServer(server)
  return [
    state(
      {
        what: 'fresh clone to first page',
        unit: 's',
        floorName: '',
        note: "one round, npm's cache as it is",
      },
      [seconds],
    ),
  ]
}

/** The largest function of Vercel's own build of this checkout. */
export async function measureFunction(): Promise<Result[]> {
  const { stdout } = await run(
    process.execPath,
    [join(root, 'scripts', 'prove-vercel.mjs')],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  const next = JSON.parse(
    readFileSync(join(root, 'node_modules/next/package.json'), 'utf8'),
  )
  const sizes = [...stdout.matchAll(/'([^']+)'\s*│\s*'(\d+\.\d)'\s*│\s*\d+/g)]
    .map(([, name = '', size]) => ({ name, size: Number(size) }))
    .sort((a, b) => b.size - a.size)
  const largest = sizes[0]
  if (!largest) throw new Error('The proof lists no functions')
  return [
    state(
      {
        what: 'the largest function, unpacked',
        unit: 'MiB',
        floorName: '',
        goal: '<= 24 MiB beside Next',
        note: `${largest.name}, with Next ${next.version}`,
      },
      [largest.size],
    ),
  ]
}
