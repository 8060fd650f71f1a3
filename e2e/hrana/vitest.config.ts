import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../../', import.meta.url))
const dataFolder = mkdtempSync(join(tmpdir(), 'back-of-house-remote-'))
process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }))

/**
 * The doors' own tests once more, with the database at the other end of HTTP:
 * `npx vitest run --config e2e/hrana/vitest.config.ts`.
 */
export default defineConfig({
  root,
  resolve: {
    alias: [
      {
        find: '@/db/testing',
        replacement: join(root, 'e2e/hrana/remote-testing.ts'),
      },
      { find: /^@\//, replacement: root },
      {
        find: /^server-only$/,
        replacement: join(root, 'node_modules/server-only/empty.js'),
      },
    ],
  },
  test: {
    include: [
      'app/api/**/*.test.ts',
      'server/{http,sandbox,limits}/*.test.ts',
      'tracing/row-changes.test.ts',
      'tracing/span-store.test.ts',
      'tracing/fold/*.test.ts',
    ],
    // The size of a database file is only known where there is one.
    testNamePattern: /^(?!.*room that swept sandboxes leave in the file)/,
    env: {
      DATA_DIR: dataFolder,
      // Only to be remote: each test file starts a server of its own.
      TURSO_DATABASE_URL: 'http://127.0.0.1:9',
      AUTH_SECRET: 'a secret that only the unit tests know',
    },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
