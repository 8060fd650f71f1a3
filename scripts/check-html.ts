/**
 * Holds every page of a built site against the Nu HTML checker, the one behind
 * validator.w3.org/nu. It is no part of npm test, for it needs Java (17 or
 * later) and the checker (npm's `vnu-jar` has it, or github.com/validator):
 *
 *     npx tsx scripts/check-html.ts <where vnu.jar is> [<address of a site>]
 *
 * Without an address it starts the build that is here (`npm run build`). Told
 * are errors and warnings; remarks on style, such as `<br/>`, are counted.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { killServers, startSite } from '@/bench/start-server'

const Message = z.object({
  type: z.enum(['error', 'info', 'non-document-error']),
  subType: z.string().optional(),
  url: z.string().optional(),
  lastLine: z.number().optional(),
  message: z.string(),
  extract: z.string().optional(),
})
type Message = z.infer<typeof Message>
const Report = z.object({ messages: z.array(Message) })

/** Data for machines is no script: no policy of a page stops it. */
const isData = /<script type="application\/ld\+json">/

/** Pages that the sitemap leaves out. */
const unlisted = ['/join', '/trace', '/compare', '/plateful/wall']

const [checker, told] = process.argv.slice(2)
if (checker === undefined) {
  console.error('npx tsx scripts/check-html.ts <vnu.jar> [<address>]')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'back-of-house-html-'))
process.on('exit', () => {
  killServers()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
const site = told ?? `http://127.0.0.1:${(await startSite(folder)).port}`
const visit = await placeOrder()
const pages = [
  ...(await listedPages()),
  ...[...unlisted, ...visit.pages].map((path) => site + path),
]
const messages = await check(pages, visit.cookie)
tell(messages)
process.exit(messages.some(isFault) ? 1 : 0)

async function listedPages(): Promise<string[]> {
  const text = await (await fetch(`${site}/sitemap.xml`)).text()
  const pages = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => site + new URL(address).pathname,
  )
  if (pages.length < 50) throw new Error(`The sitemap has ${pages.length}`)
  return pages
}

/** A visitor with an order, whose trace is a page that no build has written. */
async function placeOrder(): Promise<{ cookie: string; pages: string[] }> {
  const reply = await fetch(`${site}/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    }),
  })
  if (reply.status !== 201) throw new Error(await reply.text())
  const [cookie = ''] = reply.headers.get('set-cookie')?.split(';') ?? []
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  return {
    cookie,
    pages: [`/trace/${traceId}`, `/compare?a=${traceId}&b=${traceId}`],
  }
}

/** The checker fetches each page itself: policies are then judged as served. */
async function check(addresses: string[], cookie: string): Promise<Message[]> {
  const { stdout } = await promisify(execFile)(
    'java',
    [
      // It asks this machine only when it is told that it may.
      '-Dnu.validator.servlet.allow-forbidden-hosts=true',
      ...['-jar', checker ?? '', '--format', 'json', '--stdout'],
      ...['--exit-zero-always', '--no-langdetect'],
      ...['--additional-request-header', `cookie: ${cookie}`],
      ...addresses,
    ],
    { maxBuffer: 256 * 1024 ** 2 },
  )
  return Report.parse(JSON.parse(stdout)).messages
}

function isFault({ type, subType, message, extract = '' }: Message): boolean {
  if (message.startsWith('Inline script violates') && isData.test(extract))
    return false
  return type !== 'info' || subType === 'warning'
}

function tell(messages: Message[]): void {
  const faults = messages.filter(isFault)
  for (const { type, subType, url, lastLine, message, extract } of faults)
    console.log(
      `${subType ?? type}: ${url ?? ''}:${lastLine ?? 1}\n  ${message}\n  ${extract ?? ''}\n`,
    )
  const warnings = faults.filter(({ type }) => type === 'info').length
  console.log(
    `${pages.length} pages: ${faults.length - warnings} errors, ` +
      `${warnings} warnings, ${messages.length - faults.length} remarks.`,
  )
}
