import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { commands, passSignalsOn, root, stopWithNpm } from './child.mjs'
import { runQuietly } from './run-quietly.mjs'

/** Where vitest leaves its results, for the count at the end of `npm test`. */
export const unitResults = join(root, 'test-results', 'unit.json')

/** One after the other; what stands together runs side by side. */
const steps = [
  [['manifest', [...commands.tsx, 'scripts/make-manifest.ts']]],
  [['route types', [...commands.next, 'typegen']]],
  [
    ['types', [...commands.tsc, '--noEmit']],
    ['lint', [...commands.eslint, '.', '--max-warnings=0']],
    ['imports', ['scripts/check-imports.mjs']],
    ['content', [...commands.tsx, 'scripts/check-content.ts']],
  ],
  [
    [
      'unit tests',
      [
        ...commands.vitest,
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${unitResults}`,
      ],
    ],
  ],
]

/**
 * Everything that can be said about the code without a browser. Each step
 * prints one line; one that fails prints what it said, and nothing follows it.
 */
export async function check() {
  mkdirSync(dirname(unitResults), { recursive: true })
  rmSync(unitResults, { force: true })
  for (const together of steps) {
    const passed = await Promise.all(together.map(runIfThere))
    if (passed.includes(false)) return false
  }
  return true
}

async function runIfThere([name, args]) {
  const script = args.find((arg) => arg.startsWith('scripts/'))
  if (script && !existsSync(join(root, script))) return true
  return runQuietly(name, args, { NO_COLOR: '1' })
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.chdir(root)
  passSignalsOn()
  stopWithNpm()
  process.exit((await check()) ? 0 : 1)
}
