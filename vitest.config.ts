import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const dataFolder = mkdtempSync(join(tmpdir(), 'back-of-house-unit-'))
process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // One copy for us and for the packages that bring it along.
      {
        find: /^graphql$/,
        replacement: join(root, 'node_modules/graphql/index.js'),
      },
      // The marker throws wherever no bundler has replaced it.
      {
        find: /^server-only$/,
        replacement: join(root, 'node_modules/server-only/empty.js'),
      },
    ],
  },
  test: {
    environment: 'node',
    // Journeys are called *.spec.ts, and are Playwright's.
    include: ['**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, '**/.next/**'],
    env: {
      DATA_DIR: dataFolder,
      TURSO_DATABASE_URL: '',
      AUTH_SECRET: 'a secret that only the unit tests know',
    },
    // Much of the time is waiting, so one more than there are cores has work.
    maxWorkers: availableParallelism() + 1,
    // A slow machine with one busy disk still passes.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
