import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import {
  expect,
  test,
  type FrameLocator,
  type Page,
  type Request,
} from '@playwright/test'
import { boardFault } from '@/contracts/fault-board'
import { labs } from '@/labs/labs'
import { expectWorking } from '../fixtures'

/**
 * Another site, whose page is one frame: `localhost` is no part of the site
 * `127.0.0.1`, so the frame is a third party and gets no cookie.
 */
let other: Server
let otherOrigin: string
test.beforeAll(async () => {
  other = createServer(({ url }, response) => {
    const framed = new URL(url ?? '/', otherOrigin).searchParams.get('framed')
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><title>Other</title><iframe title="Framed" src="${framed}" width="100%" height="820"></iframe>`,
      )
  })
  other.listen(0, 'localhost')
  await once(other, 'listening')
  const address = other.address()
  if (address === null || typeof address === 'string') throw new Error('port')
  otherOrigin = `http://localhost:${address.port}`
})
test.afterAll(() => other.close())

async function openFramed(page: Page, address: string): Promise<FrameLocator> {
  await page.goto(`${otherOrigin}/?framed=${encodeURIComponent(address)}`)
  return page.frameLocator('iframe')
}

/** The same, once the lab in the frame works. */
async function openFramedLab(page: Page, address: string) {
  const frame = await openFramed(page, address)
  await expectWorking(frame.locator('.lab-view'))
  return frame
}

/** What the frame sends to our doors. */
function watchDoors(page: Page): Request[] {
  const sent: Request[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) sent.push(request)
  })
  return sent
}

test('a lab works in a frame of another site, with a token and without a cookie', async ({
  page,
  baseURL,
}) => {
  const sent = watchDoors(page)
  const frame = await openFramedLab(page, `${baseURL}/labs/place-order?embed`)
  await expect(frame.getByRole('navigation')).toBeHidden()
  const button = frame.getByRole('button', { name: /^Place order/ })
  await expect(button).toBeEnabled()
  await button.click()
  await expect(
    frame.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()
  await frame.getByRole('button', { name: 'Skip to the end' }).click()
  const trace = frame.getByRole('link', { name: 'Open the trace' })
  await expect(trace).toBeVisible()

  expect(await page.context().cookies()).toEqual([])
  const order = sent.find((request) => request.url().endsWith('/api/orders'))
  expect(await order?.headerValue('authorization')).toMatch(/^Bearer ./)
  expect(await order?.headerValue('cookie')).toBeNull()
  const stream = sent.find((request) => request.url().endsWith('/api/events'))
  expect(await stream?.headerValue('authorization')).toMatch(/^Bearer ./)

  const opened = page.context().waitForEvent('page')
  await trace.click()
  const copy = await opened
  await copy.waitForURL(`${baseURL}/shared/shr_*`)
  await expect(
    copy.getByRole('slider', { name: 'Place in the trace' }),
  ).toBeVisible()

  const whole = page.context().waitForEvent('page')
  await frame.getByRole('link', { name: 'Open in full' }).click()
  await (await whole).waitForURL(`${baseURL}/labs/place-order`)
})

const fault = boardFault('click-twice')

test('so do the others', async ({ page, baseURL }) => {
  test.setTimeout(120_000)
  const track = await openFramedLab(page, `${baseURL}/labs/track?embed`)
  await track.getByRole('button', { name: 'Order a miso ramen' }).click()
  await expect(
    track.getByRole('row').filter({ hasText: 'order.placed' }).first(),
  ).toBeVisible()

  const ways = await openFramedLab(
    page,
    `${baseURL}/labs/polling-or-push?embed`,
  )
  await ways.getByRole('button', { name: /^Place / }).click()
  await expect(
    ways.getByRole('row').filter({ hasText: 'order.accepted' }).first(),
  ).toBeVisible({ timeout: 60_000 })

  const faults = await openFramedLab(page, `${baseURL}/labs/break-it?embed`)
  await faults.getByRole('switch', { name: fault.title, exact: true }).click()
  await faults.locator('.levers-order').click()
  await expect(faults.locator('.lever-runs > div')).toHaveCount(1)
  expect(await page.context().cookies()).toEqual([])
})

test('every other page refuses the frame, this lab without ?embed as well', async ({
  page,
  request,
  baseURL,
}) => {
  const framed = () => page.frames().at(-1)?.url()
  for (const path of [
    '/labs/track',
    '/trace?embed',
    '/?embed',
    '/labs?embed',
  ]) {
    await openFramed(page, `${baseURL}${path}`)
    await expect.poll(framed, path).toMatch(/^chrome-error:/)
    const reply = await request.get(path)
    const headers = reply.headers()
    expect(headers['x-frame-options'], path).toBe('DENY')
    expect(headers['content-security-policy'], path).toContain(
      "frame-ancestors 'none'",
    )
  }
  for (const lab of Object.keys(labs)) {
    const reply = await request.get(`/labs/${lab}?embed`)
    const headers = reply.headers()
    expect(reply.status(), lab).toBe(200)
    expect(headers['x-frame-options'], lab).toBeUndefined()
    const policies = headers['content-security-policy'] ?? ''
    expect(policies.match(/frame-ancestors [^;,]+/g), lab).toEqual([
      'frame-ancestors *',
    ])
  }
  expect((await request.get('/embed/track')).url()).toContain(
    '/labs/track?embed',
  )
})
