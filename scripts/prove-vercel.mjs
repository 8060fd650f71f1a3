import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tsImport } from 'tsx/esm/api'
import { root } from './child.mjs'
import { freePort } from '../server/http/testing-port.mjs'
import { functionChecks } from './vercel/function-checks.mjs'
import {
  functionAt,
  startFunction,
  unpackFunctions,
} from './vercel/function-process.mjs'
import {
  refusalCheck,
  outputChecks,
  setupChecks,
} from './vercel/output-checks.mjs'
import {
  build,
  copyCheckout,
  installCommandLine,
} from './vercel/vercel-build.mjs'

/**
 * `node scripts/prove-vercel.mjs`: proves without an account that this checkout
 * works on Vercel. Vercel's own command line builds a copy of it as a
 * production deployment; the functions of that build then run, each a process
 * of its own, against a stand-in for the remote database (e2e/hrana). Takes a
 * few minutes, and the first time needs the package registry for the command
 * line. What it cannot prove: the platform itself (its routing, its freezing of
 * functions) and the hosted database.
 */
const began = performance.now()
/** What the platform itself sets, in a build and in a function. */
const platform = { VERCEL: '1', VERCEL_ENV: 'production' }
const folder = mkdtempSync(join(tmpdir(), 'back-of-house-vercel-'))
const checkout = join(folder, 'checkout')
const results = []
const running = []
let hrana
let functions = []

try {
  await prove()
} catch (error) {
  results.push({
    check: 'the proof itself',
    result: 'FAILED',
    detail: error.message,
  })
} finally {
  for (const one of running) one.stop()
  await hrana?.close()
  if (process.env.KEEP) console.log(`Kept: ${folder}`)
  else rmSync(folder, { recursive: true, force: true })
}
report()

async function prove() {
  const { HranaServer } = await tsImport(
    '../e2e/hrana/hrana-server.ts',
    import.meta.url,
  )
  const token = randomBytes(16).toString('hex')
  hrana = await HranaServer.start({ file: join(folder, 'remote.db'), token })
  const kitchenPort = await freePort()
  const variables = {
    TURSO_DATABASE_URL: hrana.url,
    TURSO_AUTH_TOKEN: token,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    PUBLIC_URL: `http://127.0.0.1:${kitchenPort}`,
    LIMIT_ORDERS_PER_MINUTE: '1000',
  }

  await timed(
    'the command line is installed and the checkout copied',
    async () => {
      copyCheckout(root, checkout)
      await installCommandLine()
    },
  )
  const commandLine = await installCommandLine()
  await timed('vercel build, which migrates the database', () =>
    build(commandLine, checkout, { ...variables, ...platform }),
  )
  functions = unpackFunctions(checkout, join(folder, 'functions'))
  await run(outputChecks(checkout, functions))
  const env = { ...variables, ...platform }
  const at = await startAll(env, kitchenPort)
  await run(functionChecks({ at, hrana }))
  const strange = { ...env, TURSO_AUTH_TOKEN: 'of another database' }
  const stranger = await start('api/orders', strange)
  await run(refusalCheck('a wrong token', stranger.url, 'TURSO_AUTH_TOKEN'))
  for (const one of running.splice(0)) one.stop()

  await timed('vercel build without variables', () =>
    build(commandLine, checkout, platform),
  )
  await run(setupChecks(checkout, ['TURSO_DATABASE_URL', 'AUTH_SECRET']))
  functions = unpackFunctions(checkout, join(folder, 'functions-without'))
  const bare = await start('api/orders', platform)
  await run(refusalCheck('a missing variable', bare.url, 'TURSO_DATABASE_URL'))
}

/** One process for each address, and three of them for orders. */
async function startAll(env, kitchenPort) {
  const addresses = {
    sandboxes: 'api/sandboxes',
    menu: 'api/restaurants',
    orders: 'api/orders',
    ordersAgain: 'api/orders',
    order: 'api/orders/[id]',
    trace: 'api/traces/[traceId]',
    events: 'api/events',
    page: 'trace/[traceId]',
  }
  const kitchen = await start('api/webhooks/kitchen', env, kitchenPort)
  const at = {}
  for (const [name, address] of Object.entries(addresses))
    at[name] = (await start(address, env)).url
  at.untraced = (await start('api/orders', { ...env, TRACING: 'off' })).url
  results.push({
    check: 'ten processes are started',
    result: 'ok',
    detail: `a function loads in ${kitchen.loadedInMs} ms`,
  })
  return at
}

async function start(address, env, port) {
  const { launcher } = functionAt(checkout, functions, address)
  const started = await startFunction(launcher, { env, port })
  running.push(started)
  return started
}

async function run(checks) {
  for (const [check, work] of Object.entries(checks)) {
    try {
      results.push({ check, result: 'ok', detail: (await work()) ?? '' })
    } catch (error) {
      results.push({ check, result: 'FAILED', detail: error.message })
    }
  }
}

async function timed(check, work) {
  const start = performance.now()
  await work()
  const detail = `${((performance.now() - start) / 1000).toFixed(0)} s`
  results.push({ check, result: 'ok', detail })
}

function report() {
  console.table(results)
  console.table(
    functions.map(({ name, bytes, files }) => ({
      function: name,
      MiB: (bytes / 1024 / 1024).toFixed(1),
      files: files.length,
    })),
  )
  const failed = results.filter(({ result }) => result !== 'ok')
  for (const { check, detail } of failed) console.error(`\n${check}: ${detail}`)
  for (const one of failed.length > 0 ? running : []) console.error(one.log())
  console.log(`${((performance.now() - began) / 1000).toFixed(0)} s in all.`)
  process.exitCode = failed.length > 0 ? 1 : 0
}
