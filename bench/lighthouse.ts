import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { findChromium } from '@/scripts/chromium.mjs'

/**
 * The last version that runs on Node 20. No dependency of the project: it
 * brings a hundred packages along, and npx gets it when it is asked for.
 */
const lighthouse = 'lighthouse@12.8.2'

const Score = z.object({ score: z.number().nullable() })
const Report = z.object({
  categories: z.record(z.string(), Score),
  audits: z.record(
    z.string(),
    Score.extend({ numericValue: z.number().optional() }),
  ),
})

export type Audit = {
  scores: Record<string, number>
  lcpMs: number
  tbtMs: number
  cls: number
  /** What kept accessibility, best practices and SEO from 100. */
  failed: string[]
}
export type Form = 'mobile' | 'desktop'

/**
 * Runs Lighthouse on a page, in a profile that knows nothing. Where it could
 * not record the load, which it says itself, it is asked once more.
 */
export async function audit(
  url: string,
  form: Form,
  cookie = '',
): Promise<Audit> {
  try {
    return await auditOnce(url, form, cookie)
  } catch (error) {
    if (!String(error).includes('Please run Lighthouse again')) throw error
    return auditOnce(url, form, cookie)
  }
}

async function auditOnce(
  url: string,
  form: Form,
  cookie: string,
): Promise<Audit> {
  const folder = mkdtempSync(join(tmpdir(), 'back-of-house-lighthouse-'))
  const output = join(folder, 'report.json')
  const args = [
    ...['--yes', lighthouse, url, '--quiet', '--output=json'],
    `--output-path=${output}`,
    '--only-categories=performance,accessibility,best-practices,seo',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic',
    ...(form === 'desktop' ? ['--preset=desktop'] : []),
    ...(cookie ? [`--extra-headers=${JSON.stringify({ cookie })}`] : []),
  ]
  try {
    await promisify(execFile)('npx', args, {
      env: { ...process.env, CHROME_PATH: findChromium() ?? '' },
      timeout: 120_000,
    })
    return read(Report.parse(JSON.parse(readFileSync(output, 'utf8'))))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function read({ categories, audits }: z.infer<typeof Report>): Audit {
  const value = (name: string) => audits[name]?.numericValue ?? NaN
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [
        name,
        score === null ? NaN : score * 100,
      ]),
    ),
    lcpMs: value('largest-contentful-paint'),
    tbtMs: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    failed: Object.entries(audits).flatMap(([name, { score, numericValue }]) =>
      score === 0 && numericValue === undefined ? [name] : [],
    ),
  }
}
