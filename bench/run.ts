/**
 * `npm run bench`: how far the site is from what is possible. It prints ratios
 * against floors that run in the same minutes on the same machine; its absolute
 * figures mean little elsewhere. Needs a build (`npm run build`). The floors
 * for streams, pages and the trace view come with the full bench.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '@/scripts/child.mjs'
import { hashSources, isBuilt } from '@/scripts/source-stamp.mjs'
import { measureGap } from './measure-gap'
import { measureOrders } from './measure-orders'
import { measurePage } from './measure-page'
import { measureScript } from './measure-script'
import { measureStart } from './measure-start'
import { OrderLoad } from './order-load'
import { startOrderServers } from './order-servers'
import {
  printCircumstances,
  printResults,
  readCircumstances,
} from './print-report'
import { canReadCpu } from './process-cpu'
import type { Result } from './results'
import { killServers, startStock, stopServer } from './start-server'

const atMostMs = 175_000

if (!existsSync(join(root, '.next', 'BUILD_ID'))) {
  console.error('There is no build here yet: npm run build makes one.')
  process.exit(1)
}
process.chdir(root)
const circumstances = readCircumstances()
const isOfTheseSources = isBuilt(hashSources())
const results: Result[] = []
const folder = mkdtempSync(join(tmpdir(), 'back-of-house-bench-'))
process.on('exit', leaveNothingBehind)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(130))
const outOfTime = setTimeout(leaveUnfinished, atMostMs)

printCircumstances(circumstances)
if (!isOfTheseSources)
  console.log('Warning: the build in .next is not of these sources.\n')
if (!canReadCpu)
  console.log('CPU is left out: only Linux tells it of another process.\n')

const servers = await startOrderServers(folder)
const site = servers.whole
await measure('the size of the scripts', measureScript(site))
const loads = {
  floor: new OrderLoad(servers.floor, 3_500),
  whole: new OrderLoad(servers.whole, 1_000),
  untraced: new OrderLoad(servers.untraced, 1_000),
  alone: new OrderLoad(servers.alone, 1_000),
}
await measure('orders', measureOrders(loads))
await Promise.all([servers.untraced, servers.alone].map(stopServer))
await measure('the start', measureStart(join(folder, 'first')))
const stock = await startStock(join(folder, 'untraced'))
await measure('the front page', measurePage(site, stock))
await stopServer(stock)
await measure('waits among writers', measureGap(loads.whole, loads.floor))
clearTimeout(outOfTime)

printResults(results)
writeLatest(true)
process.exit(0)

async function measure(what: string, work: Promise<Result[]>): Promise<void> {
  const startedAt = performance.now()
  results.push(...(await work))
  const seconds = (performance.now() - startedAt) / 1000
  console.error(`Measured ${what} in ${seconds.toFixed(0)} s.`)
}

function writeLatest(isFinished: boolean): void {
  const latest = { ...circumstances, isOfTheseSources, isFinished, results }
  const file = join(root, 'bench', 'latest.json')
  writeFileSync(file, `${JSON.stringify(latest, null, 2)}\n`)
}

function leaveUnfinished(): void {
  printResults(results)
  writeLatest(false)
  console.error('Out of time: this is what was measured until then.')
  process.exit(1)
}

function leaveNothingBehind(): void {
  killServers()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
