import type { Locator, Page, Request } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  news,
  openLab,
  test,
} from '../fixtures'

const ways = ['Polling', 'Long polling', 'Server-sent events'] as const
type Way = (typeof ways)[number]

/** Which way a request belongs to; null for all others. */
function wayOf(request: Request): Way | null {
  const { pathname, searchParams } = new URL(request.url())
  if (request.method() !== 'GET') return null
  if (pathname === '/api/events') return 'Server-sent events'
  if (pathname === '/api/labs/polling-or-push')
    return searchParams.get('wait') === '20' ? 'Long polling' : null
  return /^\/api\/orders\/ord_/.test(pathname) ? 'Polling' : null
}

async function openAndWatch(page: Page) {
  const sent: Record<Way, Request[]> = {
    Polling: [],
    'Long polling': [],
    'Server-sent events': [],
  }
  page.on('request', (request) => {
    const way = wayOf(request)
    if (way) sent[way].push(request)
  })
  await openLab(page, 'polling-or-push')
  return { sent, button: page.getByRole('button', { name: /^Place / }) }
}

const isNarrow = (page: Page) => (page.viewportSize()?.width ?? 0) < 900

const column = (page: Page, way: Way) =>
  page.getByRole('region', { name: way, exact: true })

const figure = async (place: Locator, name: string) => {
  const text = await place.locator(`[data-figure="${name}"]`).innerText()
  return Number(text.replaceAll(/[^\d]/g, ''))
}

/** Lets the page's own clock run on, and waits for what it then sends. */
async function letPass(page: Page, ms: number) {
  await page.clock.fastForward(ms)
  // Whatever the page has asked for by now was asked for before this.
  await page.evaluate(() => fetch('/api/health').then((reply) => reply.text()))
}

const moves = ['accepted', 'cooking', 'ready', 'collected', 'delivered']

/** Plays kitchen and courier by hand, as far as the autopilot lets one. */
async function moveToTheEnd(page: Page) {
  for (const status of moves) {
    const button = page.getByRole('button', { name: `Move it on: ${status}` })
    const row = page.getByRole('row', { name: `order.${status}` })
    await expect(button.or(row).first()).toBeVisible({ timeout: 30_000 })
    // The autopilot may have been faster: then there is nothing to press.
    await button.click({ timeout: 2_000 }).catch(() => undefined)
    await expect(row).toBeVisible({ timeout: 60_000 })
  }
}

test('one order is heard in three ways, and the lab counts what the browser really sent', async ({
  page,
}) => {
  test.slow()
  test.skip(isNarrow(page), 'counted once is enough')
  const { sent, button } = await openAndWatch(page)
  const bets = page.getByRole('region', { name: 'Bet first' })
  await bets
    .getByRole('group', { name: /hear first/ })
    .getByText('Server-sent events')
    .click()
  await bets
    .getByRole('group', { name: /most requests/ })
    .getByText('Polling', { exact: true })
    .click()
  await page.getByText('1 s', { exact: true }).click()
  await button.click()
  await moveToTheEnd(page)

  // All three show it, and the bets are answered by this run.
  for (const way of ways)
    await expect(column(page, way)).toContainText('Delivered')
  await expect(bets).toContainText('Polling 1', { timeout: 20_000 })
  await expect(bets.getByRole('radio').first()).toBeDisabled()
  await expect(bets).toContainText(/Medians: Polling [\d,]+ ms/)
  await expect(
    bets.getByRole('group', { name: /most requests/ }),
  ).toContainText('Right.')

  // Each event has a delay in each column, and none is before its time.
  const log = page.getByRole('table', { name: /Delay of each event/ })
  const cells = log.getByRole('cell')
  await expect(cells).toHaveCount(15)
  const words = page.locator('[data-figure="offset"]')
  const [, give = '0'] = /give or take ([\d.]+) ms/.exec(
    await words.innerText(),
  ) ?? ['', '']
  expect(Number(give)).toBeGreaterThan(0)
  for (const text of await cells.allInnerTexts()) {
    expect(text).toMatch(/^\+-?[\d,]+ ms$/)
    const ms = Number(text.replaceAll(/[^\d-]/g, ''))
    expect(ms).toBeGreaterThanOrEqual(-Number(give))
    expect(ms).toBeLessThan(20_000)
  }

  // The quiet minute runs to its end.
  const quiet = page.getByRole('table').filter({ hasText: 'computed' })
  await expect(quiet).toBeVisible({ timeout: 90_000 })
  for (const way of ways) {
    const row = quiet.getByRole('row', { name: new RegExp(`^${way}`) })
    const [minute = '', hour = ''] = await row.getByRole('cell').allInnerTexts()
    const asked = Number(/^\d+/.exec(minute)?.[0])
    expect(Number(hour.replaceAll(',', '').split(' ')[0])).toBeGreaterThan(
      asked * 59 - 1,
    )
  }

  for (const way of ways) {
    const requests = sent[way]
    const shown = column(page, way)
    expect(await figure(shown, 'requests'), way).toBe(requests.length)
    const statuses = await Promise.all(
      requests.map(async (request) => {
        const isCut = request.failure() !== null
        return isCut ? null : ((await request.response())?.status() ?? null)
      }),
    )
    // A server that has too much to do answers 503, and that is no news either.
    const bare = statuses.filter(
      (status) => status === 304 || status === 204 || Number(status) >= 400,
    )
    const inVain = await figure(shown, 'in-vain')
    // The first poll fetches the order: a body, and nothing new in it, unless
    // the order had moved on by then.
    const most = way === 'Polling' ? 1 : 0
    expect(inVain - bare.length, way).toBeGreaterThanOrEqual(0)
    expect(inVain - bare.length, way).toBeLessThanOrEqual(most)
  }
  // What the browser itself says of the sizes of polling's replies.
  const replies = await Promise.all(
    sent.Polling.map(async (request) => {
      if (request.failure() !== null) return { head: 0, body: 0 }
      const sizes = await request.sizes()
      return { head: sizes.responseHeadersSize, body: sizes.responseBodySize }
    }),
  )
  const sum = (part: 'head' | 'body') =>
    replies.reduce((total, reply) => total + reply[part], 0)
  const polling = column(page, 'Polling')
  const heads = await figure(polling, 'heads')
  // The browser counts what divides a body into chunks as well, the lab not.
  const bodies = replies.filter(({ body }) => body > 0).length
  const framing = sum('body') - ((await figure(polling, 'bytes')) - heads)
  // One poll may hear of several moves, and nobody polls without a first body.
  expect(bodies).toBeGreaterThan(1)
  expect(bodies).toBeLessThanOrEqual(6)
  expect(framing).toBeGreaterThanOrEqual(0)
  expect(framing).toBeLessThanOrEqual(16 * bodies)
  expect(Math.abs(heads - sum('head'))).toBeLessThanOrEqual(sum('head') * 0.05)

  // The requests of a way are one trace, and it opens.
  const doorsOf = async (way: Way) => {
    const link = column(page, way).getByRole('link', { name: /their trace/ })
    const path = (await link.getAttribute('href')) ?? ''
    const reply = await page.request.get(path.replace('/trace', '/api/traces'))
    const { spans }: { spans: { name: string }[] } = await reply.json()
    return spans
      .map(({ name }) => name)
      .filter((name) => name.startsWith('GET'))
  }
  await expect
    .poll(async () => (await doorsOf('Long polling')).length)
    .toBeGreaterThanOrEqual(8)
  const polls = await doorsOf('Polling')
  expect(polls.length).toBeGreaterThan(5)
  expect(new Set(polls)).toEqual(new Set(['GET /api/orders/{id}']))
  await polling.getByRole('link', { name: /their trace/ }).click()
  await expect(page).toHaveURL(/\/trace\/[0-9a-f]{32}/)
  await expect(page.getByRole('main')).toBeVisible()
})

test(
  'stopped, the lab asks no more; started anew, it begins at nothing',
  { tag: '@any-screen' },
  async ({ page }) => {
    await page.clock.install()
    const { sent, button } = await openAndWatch(page)
    await button.click()
    for (const way of ways)
      await expect.poll(() => figure(column(page, way), 'requests')).toBe(1)
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect(page.getByText('Stopped.').first()).toBeVisible()
    // Several times as long as it waits between two questions.
    await letPass(page, 30_000)
    const counts = ways.map((way) => sent[way].length)
    expect(counts).toEqual([1, 1, 1])

    await button.click()
    await expect
      .poll(() => sent['Server-sent events'].length)
      .toBeGreaterThan(1)
    for (const way of ways)
      await expect
        .poll(() => figure(column(page, way), 'requests'))
        .toBe(sent[way].length - 1)
  },
)

test(
  'out of sight it pauses, and on return nothing has been missed',
  { tag: '@any-screen' },
  async ({ page }) => {
    await page.clock.install()
    const { sent, button } = await openAndWatch(page)
    await button.click()
    await expect.poll(() => sent.Polling.length).toBeGreaterThan(0)
    // A page as tall as this can be scrolled past: the lab is then out of sight.
    await page.evaluate(() => {
      const room = document.createElement('div')
      room.style.height = '3000px'
      document.body.append(room)
      scrollTo(0, document.body.scrollHeight)
    })
    await expect(page.getByText('Paused, because').first()).toBeAttached()
    const asked = sent.Polling.length
    const id = new URL(sent.Polling[0]?.url() ?? '').pathname.split('/').at(-1)
    const moved = await page.request.patch(`/api/orders/${id}`, {
      data: { status: 'accepted' },
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect([200, 409]).toContain(moved.status())
    await letPass(page, 30_000)
    expect(sent.Polling.length).toBe(asked)

    await page.evaluate(() => scrollTo(0, 0))
    for (const way of ways)
      await expect(column(page, way)).toContainText(
        /Accepted|Cooking|Ready|Collected|Delivered/,
      )
    const row = page.getByRole('row', { name: 'order.accepted' })
    await expect(row.getByRole('cell')).toHaveText([
      'on return',
      'on return',
      'on return',
    ])
  },
)

test('the lab works by keyboard alone', async ({ page }) => {
  test.skip(isNarrow(page), 'a phone has none')
  const { button } = await openAndWatch(page)
  const radios = page.getByRole('radio', { name: '2 s', exact: true })
  await radios.focus()
  await page.keyboard.press('ArrowRight')
  await expect(
    page.getByRole('radio', { name: '5 s', exact: true }),
  ).toBeChecked()
  await button.focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: 'Move it on: accepted' })
    .press('Enter')
  await expect(column(page, 'Server-sent events')).toContainText('Accepted')
  await expect(
    page.locator(news).filter({ hasText: /Accepted: heard by/ }),
  ).toBeAttached()
  await page.getByRole('button', { name: 'Stop' }).press('Enter')
  await expect(page.getByText('Stopped.').first()).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const)
  test(`the lab has no accessibility fault (${scheme}), and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const { button } = await openAndWatch(page)
    await expectAccessible(page)
    await button.click()
    await page.getByRole('button', { name: 'Move it on: accepted' }).click()
    await expect(
      page.getByRole('row', { name: 'order.accepted' }),
    ).toBeVisible()
    await expectAccessible(page)
    for (const width of [320, page.viewportSize()?.width ?? 390])
      await expectFits(page, width)
  })
