import { readFileSync } from 'node:fs'
import { createServer, request, type RequestListener } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findChromium } from '@/scripts/chromium.mjs'
import { root } from '@/scripts/child.mjs'

const probe = readFileSync(join(root, 'bench', 'page-probe.mjs'), 'utf8')

/** The browser of the journeys, or none where there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error('No Chromium is here: node scripts/chromium.mjs gets one.')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A window of a visitor who was never here, watched by page-probe.mjs. */
export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  await page.addInitScript({ content: probe })
  return page
}

export type Front = { port: number; close: () => void }

/**
 * A door in front of a server: some paths are answered here, such as a trace
 * to be drawn, everything else by the server behind it. Ours and the floor
 * come through the same door, so its cost falls on both.
 */
export async function openFront(
  behind: number,
  answers: Record<string, RequestListener>,
): Promise<Front> {
  const front = createServer((incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming
    const own = answers[url.split('?', 1)[0] ?? '']
    if (own) return own(incoming, outgoing)
    const passed = request(
      { host: '127.0.0.1', port: behind, method, headers, path: url },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(outgoing)
      },
    )
    passed.once('error', () => outgoing.destroy())
    outgoing.once('close', () => passed.destroy())
    incoming.pipe(passed)
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  const address = front.address()
  if (address === null || typeof address === 'string')
    throw new Error('The door found no port')
  const close = () => {
    front.close()
    front.closeAllConnections()
  }
  return { port: address.port, close }
}

/** Answers with the same bytes every time. */
export function sendBytes(type: string, bytes: string | Buffer) {
  const body = Buffer.from(bytes)
  const answer: RequestListener = (_, response) => {
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': body.length,
    })
    response.end(body)
  }
  return answer
}
