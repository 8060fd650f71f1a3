import { join } from 'node:path'
import { chapters } from '@/content/chapters'
import { openBrowser, openPage } from './browser'
import { buildNext, startNext } from './build-next'
import { audit, type Audit, type Form } from './lighthouse'
import { compare, type Result } from './results'
import { stopServer, type Server } from './start-server'
import { placeOrder } from './visit'

/** Each page is loaded so often; Lighthouse itself slows the machine down. */
const rounds = Number(process.env['BENCH_LIGHTHOUSE_ROUNDS'] ?? 3)
const floorName = 'Next with an island'
const anOrder = '/trace/<an order>'
/**
 * A page of each kind; a list of addresses in BENCH_PAGES takes their place.
 * `/setup` is missing: it is there only while a deployment lacks a variable.
 */
const pages = [
  '/',
  '/plateful',
  '/plateful/lantern-noodle-house',
  '/api',
  '/trace',
  anOrder,
  '/problems',
  '/problems/sold-out',
  '/account',
  '/labs',
  '/learn',
  ...chapters
    .filter(({ isOpen }) => isOpen)
    .map(({ slug }) => `/learn/${slug}`),
]

/** Every kind of page, mobile and desktop, beside the least that Next needs. */
export async function measureLighthouse(
  site: Server,
  folder: string,
): Promise<Result[]> {
  const chosen = process.env['BENCH_PAGES']?.split(',') ?? pages
  const origin = `http://127.0.0.1:${site.port}`
  const { path, cookie } = await visit(origin)
  const app = await buildNext('next-island', join(folder, 'island-page'))
  const next = await startNext(app, '/')
  const results: Result[] = []
  for (const form of ['mobile', 'desktop'] as const) {
    const floor = await auditAll(`http://127.0.0.1:${next.port}/`, form)
    for (const page of chosen) {
      const address = page === anOrder ? path : page
      const ours = await auditAll(`${origin}${address}`, form, cookie)
      results.push(...rowsOf(`${page} ${form}`, ours, floor))
      console.error(`Audited ${page}, ${form}: ${told(ours)}.`)
    }
  }
  await stopServer(next)
  return results
}

/** An order of our own, and the cookie that may read its trace. */
async function visit(origin: string) {
  const browser = await openBrowser()
  const page = await openPage(browser)
  const path = await placeOrder(page, origin)
  const cookies = await page.context().cookies()
  await browser.close()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { path, cookie }
}

/** What is known already, should a later page fail. */
function told(audits: Audit[]): string {
  return audits
    .map(({ scores, cls }) => [...Object.values(scores), cls].join(' '))
    .join('; ')
}

async function auditAll(
  url: string,
  form: Form,
  cookie?: string,
): Promise<Audit[]> {
  const audits: Audit[] = []
  for (let round = 0; round < rounds; round++)
    audits.push(await audit(url, form, cookie))
  return audits
}

function rowsOf(what: string, ours: Audit[], floor: Audit[]): Result[] {
  const failed = [...new Set(ours.flatMap((audit) => audit.failed))]
  const row = (
    name: string,
    unit: string,
    goal: string,
    value: (audit: Audit) => number,
    note?: string,
  ) =>
    compare(
      { what: `${what}: ${name}`, unit, floorName, goal, note },
      ours.map(value),
      floor.map(value),
    )
  const score = (name: string) => (audit: Audit) => audit.scores[name] ?? NaN
  return [
    row('performance', '', '>= 97', score('performance')),
    row('accessibility', '', '100', score('accessibility')),
    row(
      'best practices',
      '',
      '100',
      score('best-practices'),
      failed.join(', ') || undefined,
    ),
    row('SEO', '', '100', score('seo')),
    row('LCP', 'ms', '<= 2.0 x, best 1.5 x', ({ lcpMs }) => lcpMs),
    row('TBT', 'ms', 'floor + 100 ms', ({ tbtMs }) => tbtMs),
    row('CLS', '', '<= 0.01', ({ cls }) => cls),
  ]
}
