import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './scripts/chromium.mjs'

const port = process.env.E2E_PORT ?? '3210'
const baseURL = `http://127.0.0.1:${port}`

// Every worker reads this file again; the first to read it makes the folder,
// looks for the browser, and cleans up.
if (process.env.E2E_DATA_DIR === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'back-of-house-e2e-'))
  process.env.E2E_DATA_DIR = folder
  process.env.CHROMIUM ??= findChromium()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}

/** Journeys that are the same on any screen, or set widths of their own. */
const onAnyScreen = [
  'account',
  'api-reference',
  'browser-timing',
  'clock-skew',
  'every-page',
  'found-by-machines',
  'growing-trace',
  'labels',
  'labs/embedded',
  'labs/flood',
  'labs/track',
  'members',
  'recorded-labs',
  'trace',
]

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  reporter: 'list',
  workers: 2,
  retries: 0,
  // A busy machine may take its time: these end what will never come.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL,
    // A film of each step costs a fifth of the time of every journey: ask for
    // one with `npm run e2e -- --trace retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: 'processes/**',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1440, height: 900 },
      },
    },
    {
      name: 'mobile',
      testIgnore: [
        'processes/**',
        ...onAnyScreen.map((name) => `${name}.spec.ts`),
      ],
      grepInvert: /@any-screen/,
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 390, height: 844 },
        hasTouch: true,
      },
    },
    // No browser: servers of their own, stopped and killed.
    { name: 'processes', testMatch: 'processes/**/*.spec.ts' },
  ],
  webServer: {
    command: 'node scripts/serve.mjs',
    url: baseURL,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    env: {
      PORT: port,
      PUBLIC_URL: baseURL,
      // Never the database that a developer's own variables may name.
      TURSO_DATABASE_URL: '',
      // Nothing here depends on a service of others, or calls one.
      WEATHER_URL: 'off',
      DATA_DIR: process.env.E2E_DATA_DIR,
      AUTH_SECRET: randomBytes(32).toString('hex'),
      // The journeys are many visitors at one address.
      LIMIT_ORDERS_PER_MINUTE: '100000',
      LIMIT_REQUESTS_PER_MINUTE: '1000000',
      LIMIT_SANDBOXES_PER_MINUTE: '100000',
    },
  },
})
