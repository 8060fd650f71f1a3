import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, ordersOf, test } from './fixtures'

/** Runs a program as the reader does, outside of the browser. */
async function run(command: string, args: string[], stdin = '') {
  const env = { ...process.env, FORCE_COLOR: '0' }
  const child = spawn(command, args, { env })
  child.stdin.end(stdin)
  const [out, error, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  expect(code, error).toBe(0)
  return out
}

/** They are long pages, and a busy machine takes its time with them. */
const busy = { timeout: 30_000 }

/** The article of one operation, found by its heading. */
function operation(page: Page, summary: string): Locator {
  return page.getByRole('article', { name: summary, exact: true })
}

function kitchenWindow(page: Page): Locator {
  return page.getByRole('region', { name: 'Kitchen window' })
}

async function copyFrom(page: Page, summary: string, language: string) {
  const article = operation(page, summary)
  await article.getByRole('tab', { name: language }).click()
  await article.getByRole('button', { name: `Copy as ${language}` }).click()
  await expect(article.getByText(/^Copied/)).toBeVisible(busy)
  return page.evaluate(() => navigator.clipboard.readText())
}

const windowIsOpen = (page: Page) =>
  expect(kitchenWindow(page)).toHaveAttribute('data-stream', 'open')

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the reference can be read whole, and every language is there', async ({
    page,
  }) => {
    await page.goto('/api')
    const order = operation(page, 'Place an order')
    await expect(order.getByText('201 Created')).toBeVisible()
    await expect(order.getByText('app/api/orders/route.ts')).toBeVisible()
    for (const line of [
      'curl -i',
      'await fetch(',
      'urllib.request.Request(',
      'http POST',
    ])
      await expect(order.getByText(line).first()).toBeVisible()
    // A variable stands in for the token, and two lines get one.
    await expect(order.getByText(/Bearer \$TOKEN/).first()).toBeVisible()
    await expect(page.getByText(/export TOKEN=\$\(curl/)).toBeVisible()
    // Nothing is offered that would need a script.
    await expect(page.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('tab')).toHaveCount(0)
    await expect(kitchenWindow(page)).toHaveCount(0)
  })

  test('an address within the page leads to its operation', async ({
    page,
  }) => {
    await page.goto('/api#patch-api-orders-id')
    const heading = operation(page, 'Move an order to its next state')
    await expect(heading.getByRole('heading', { level: 3 })).toBeInViewport()
  })
})

test('what is copied as curl and run in a terminal lands on the open page, with its trace', async ({
  page,
  context,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/api')
  await expect(kitchenWindow(page)).toContainText('Nothing from outside yet')
  const command = await copyFrom(page, 'Place an order', 'curl')
  expect(command).toMatch(/^curl -i 'http:\/\/127\.0\.0\.1:\d+\/api\/orders'/)
  expect(command).toMatch(/Authorization: Bearer eyJ[\w-]+\.[\w-]+\.[\w-]+'/)
  await windowIsOpen(page)

  const reply = await run('sh', [], command)
  expect(reply).toMatch(/^HTTP\/1\.1 201 Created/)
  const traceId = /^traceresponse: 00-([0-9a-f]{32})/im.exec(reply)?.[1]
  await expect(kitchenWindow(page)).toContainText(/POST \/api\/orders\s*201/)
  await expect(kitchenWindow(page)).toContainText(/curl [\d.]+/)
  await expect(
    kitchenWindow(page).getByText(/A request from curl .* Order \w+\./),
  ).toBeAttached()

  // The same command again is the same order; another copy is another.
  const again = await run('sh', [], command)
  expect(again).toMatch(/^idempotency-replayed: true/im)
  await run('sh', [], await copyFrom(page, 'Place an order', 'curl'))
  await kitchenWindow(page).getByRole('button', { name: '2 earlier' }).click()
  await expect(kitchenWindow(page).getByRole('listitem')).toHaveCount(2)

  await kitchenWindow(page).locator(`a[href="/trace/${traceId}"]`).click()
  await expect(page).toHaveURL(new RegExp(`/trace/${traceId}`), busy)
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  expect(await ordersOf(page)).toHaveLength(2)
})

test('what comes while the page is hidden is there when it is looked at again', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/api')
  const command = await copyFrom(page, 'Place an order', 'curl')
  await windowIsOpen(page)
  const show = (state: 'hidden' | 'visible') =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', {
        value,
        configurable: true,
      })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await show('hidden')
  await expect(kitchenWindow(page)).toHaveAttribute('data-stream', 'closed')
  await run('sh', [], command)
  await show('visible')
  await expect(kitchenWindow(page)).toContainText(/POST \/api\/orders\s*201/)
})

test('the reader’s own order is put into what is copied next', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/api')
  const order = await copyFrom(page, 'Place an order', 'curl')
  await windowIsOpen(page)
  await run('sh', [], order)
  await expect(kitchenWindow(page)).toContainText('201')
  const [placed] = await ordersOf(page)
  const read = await copyFrom(page, 'Read an order', 'curl')
  expect(read).toContain(`/api/orders/${placed?.id}`)
  expect(await run('sh', [], read)).toMatch(/^HTTP\/1\.1 200 OK/)
})

test('as fetch it is a program that Node runs', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/api')
  const program = await copyFrom(page, 'Place an order', 'fetch')
  const args = ['--input-type=module', '-e', program]
  expect(await run(process.execPath, args)).toMatch(/^201 /)
  expect(await ordersOf(page)).toHaveLength(1)
})

test('the language chosen is the same everywhere, and next time', async ({
  page,
}) => {
  await page.goto('/api')
  const order = operation(page, 'Place an order')
  await order.getByRole('tab', { name: 'Python' }).click()
  const list = operation(page, 'List your orders')
  await expect(list.getByText('urllib.request.Request(')).toBeVisible()
  await expect(list.getByText('curl -i')).toBeHidden()
  await page.reload()
  await expect(order.getByText('urllib.request.Request(')).toBeVisible()
  await expect(order.getByRole('tab', { name: 'Python' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
})

test('the token is asked for on a press only, and shown on another', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname)
  })
  await page.goto('/api')
  const order = operation(page, 'Place an order')
  const panel = order.getByRole('tabpanel', { name: 'curl' })
  await expect(panel).toContainText('your token')
  expect(asked).toEqual([])

  await order.getByRole('button', { name: 'Show the token' }).click()
  await expect(panel).toContainText(/Bearer eyJ[\w-]+\./)
  expect(asked).toEqual(['/api/sandboxes', '/api/sandboxes/current/token'])
  await order.getByRole('button', { name: 'Show the token' }).click()
  await expect(panel).not.toContainText('eyJ')
  // Neither in the address nor in anything that this browser keeps.
  const kept = await page.evaluate(
    () =>
      location.href + JSON.stringify({ ...localStorage, ...sessionStorage }),
  )
  expect(kept).not.toContain('eyJ')
})

test('many presses at once make one sandbox and ask for one token', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname)
  })
  await page.goto('/api')
  await page.evaluate(() => {
    for (const button of document.querySelectorAll(
      '.snippet-actions .is-quiet',
    ))
      if (button instanceof HTMLElement) button.click()
  })
  await expect(page.getByText(/Bearer eyJ/).first()).toBeAttached()
  expect(asked).toEqual(['/api/sandboxes', '/api/sandboxes/current/token'])
})

test('where the token cannot be had, the page says so kindly', async ({
  page,
}) => {
  await page.route('**/api/sandboxes/current/token', (route) => route.abort())
  await page.goto('/api')
  const order = operation(page, 'Place an order')
  await order.getByRole('button', { name: 'Show the token' }).click()
  await expect(order.getByRole('alert')).toContainText('No answer came back')
  await page.unroute('**/api/sandboxes/current/token')
  await order.getByRole('button', { name: 'Show the token' }).click()
  await expect(order.getByRole('alert')).toHaveCount(0)
  await expect(order.getByText(/Bearer eyJ/).first()).toBeVisible()
})

test('everything can be done by keyboard alone', async ({ page, context }) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/api#get-api-orders')
  const list = operation(page, 'List your orders')
  await list.getByRole('heading', { level: 3 }).getByRole('link').focus()
  const curl = list.getByRole('tab', { name: 'curl' })
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Tab')
    if (await curl.evaluate((tab) => tab === document.activeElement)) break
  }
  await expect(curl).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(list.getByRole('tab', { name: 'fetch' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(list.getByRole('tab', { name: 'HTTPie' })).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Tab')
  await expect(
    list.getByRole('button', { name: /^Copy as curl/ }),
  ).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(list.getByText(/^Copied/)).toBeVisible()
  await expect(
    list.getByRole('button', { name: /^Copy as curl/ }),
  ).toBeFocused()

  await windowIsOpen(page)
  await run('sh', [], await page.evaluate(() => navigator.clipboard.readText()))
  const link = kitchenWindow(page).getByRole('link', { name: /Open the trace/ })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/trace\/[0-9a-f]{32}/, busy)
})

test('an order from a terminal is announced on the first page, and is in Plateful', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/api')
  const command = await copyFrom(page, 'Place an order', 'curl')
  const streamed = page.waitForResponse('**/api/events')
  await page.goto('/')
  await streamed
  const reply = await run('sh', [], command)
  const traceId = /^traceresponse: 00-([0-9a-f]{32})/im.exec(reply)?.[1]
  const note = page.getByText('An order came in from outside this page.')
  await expect(note).toBeVisible()
  await expect(
    page.getByRole('link', { name: 'Open its trace' }),
  ).toHaveAttribute('href', `/trace/${traceId}`)
  await page.getByRole('button', { name: 'Close this note' }).click()
  await expect(note).toBeHidden()

  // The reader's own press is not from outside: the next one is the first.
  await page.getByRole('button', { name: /^Place order/ }).click()
  await expect(
    page.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()
  await run('sh', [], command.replace(/Key: [\w-]+/, 'Key: another'))
  await expect(note).toBeVisible()

  await page.goto('/plateful')
  await expect(page.locator('.order-row')).toHaveCount(3)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violation with arrivals on the page, ${colorScheme}`, async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/api')
    const command = await copyFrom(page, 'Place an order', 'curl')
    await windowIsOpen(page)
    await run('sh', [], command)
    await run('sh', [], command.replace('miso-ramen', 'no-such-dish'))
    await kitchenWindow(page).getByRole('button', { name: '1 earlier' }).click()
    // The page is longer than all others together, and one group of it is made
    // as the next.
    await expectAccessible(
      page,
      'section.window',
      '#main > section:first-of-type',
    )
  })

test('the doors of the labs have a page of their own, and open to a terminal, too', async ({
  page,
  context,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/api')
  await page.getByRole('link', { name: 'The doors of the labs' }).click()
  await expect(page).toHaveURL('/api/labs-reference', busy)
  const command = await copyFrom(page, 'Count one more', 'curl')
  await windowIsOpen(page)
  expect(await run('sh', [], command)).toMatch(/^HTTP\/1\.1 201 Created/)
  await expect(kitchenWindow(page)).toContainText(
    /POST \/api\/labs\/two-windows\s*201/,
  )
  await expectAccessible(page, '#main > section:first-of-type')

  // What others name, too, is told with them.
  await page.locator('.api-shapes a[href="/api#shape-order"]').first().click()
  await expect(page).toHaveURL('/api#shape-order', busy)
  await expect(page.locator('#shape-order')).toBeInViewport()
})
