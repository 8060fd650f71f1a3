import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  openFirstPage,
  orderRamen,
  ordersOf,
  test,
  withoutAutopilot,
} from './fixtures'

const ticket = (page: Page) => page.locator('.kitchen-ticket')

async function openTab(page: Page, path: string): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto(path)
  return tab
}

/** The line of the screen is open: what happens from now on is heard. */
async function expectOpen(page: Page) {
  await expect(page.locator('.connection').first()).toHaveClass(/is-open/)
}

test('one order is cooked, carried and delivered on three screens', async ({
  page,
}) => {
  await withoutAutopilot(page)
  await orderRamen(page)
  await page.goto('/plateful')
  const kitchen = await openTab(page, '/plateful/kitchen')
  await kitchen.getByRole('button', { name: /^Accept/ }).click()
  await expect(ticket(kitchen)).toContainText('Accepted by the kitchen')

  const courier = await openTab(page, '/plateful/courier')
  await courier.getByRole('button', { name: /^Take it/ }).click()
  const ride = courier.getByRole('article', { name: /^Ride/ })
  await expect(ride).toContainText('has not begun to cook')

  await kitchen.bringToFront()
  await kitchen.getByRole('button', { name: /^Start cooking/ }).click()
  await kitchen.getByRole('button', { name: /^Ready/ }).click()
  await expect(ticket(kitchen)).toContainText('Ready, waits for')

  await courier.bringToFront()
  await courier.getByRole('button', { name: /^Collected/ }).click()
  await expect(ride.getByRole('img', { name: /km to go/ })).toBeVisible()
  const guest = await openTab(page, '/plateful')
  await expect(guest.getByText(/^Here by/)).toBeVisible()
  await expect(guest.getByRole('img', { name: /^Map/ })).toBeVisible()

  await courier.bringToFront()
  await courier.getByRole('button', { name: /^Delivered/ }).click()
  await expect(courier.getByText('Nothing to carry.')).toBeVisible()
  await expect
    .poll(async () => (await ordersOf(page))[0]?.status)
    .toBe('delivered')
})

test('the confirmation and the replay lead to the ticket and the courier of that very order', async ({
  page,
}, { project }) => {
  await withoutAutopilot(page)
  await orderRamen(page)
  const button = await openFirstPage(page)
  await button.click()
  const ways = page.getByRole('navigation', {
    name: 'This order on the other side',
  })
  await ways.getByRole('link', { name: 'In the kitchen' }).click()
  await expect(ticket(page)).toHaveCount(2)
  const [newest] = await ordersOf(page)
  const named = page.locator(`#ticket-${newest?.id}`)
  await expect(named).toBeFocused()
  await expect(named).toHaveClass(/is-named/)
  await named.getByRole('button', { name: /^Accept/ }).click()
  await expect(named).toContainText('Accepted by the kitchen')

  await page.goto('/plateful')
  const row = page.getByRole('article').first()
  await row.getByRole('link', { name: 'Open the trace' }).click()
  // On a phone they stand below the timeline, and the story comes first.
  if (project.name === 'mobile')
    await page.getByRole('button', { name: 'Timeline' }).click()
  await ways.getByRole('link', { name: 'With the courier' }).click()
  await expect(page.locator(`#ride-${newest?.id}`)).toBeFocused()
})

test('a guest reads why the kitchen turned an order down', async ({ page }) => {
  await withoutAutopilot(page)
  await orderRamen(page)
  const kitchen = await openTab(page, '/plateful/kitchen')
  await kitchen.getByRole('button', { name: /^Reject/ }).click()
  const dialog = kitchen.getByRole('dialog')
  await dialog.getByLabel('Or in your own words').fill('The broth burnt.')
  await dialog.getByRole('button', { name: 'Reject it' }).click()
  await expect(ticket(kitchen)).toContainText('The broth burnt.')
  const guest = await openTab(page, '/plateful')
  await guest.locator('.order-row summary').click()
  await expect(guest.getByText(/could not take this order/)).toContainText(
    'The broth burnt.',
  )
})

test(
  'of two cooks who press the same ticket one is told who was faster',
  { tag: '@any-screen' },
  async ({ page }) => {
    await withoutAutopilot(page)
    await orderRamen(page)
    await page.goto('/plateful/kitchen')
    const accept = page.getByRole('button', { name: /^Accept/ })
    await expect(accept).toBeVisible()
    // The other one is faster by a moment, and the page has not heard of it yet.
    await page.route('**/api/orders/ord_*', async (route) => {
      if (route.request().method() !== 'PATCH') return route.fallback()
      const { headers } = await page.request
        .patch(route.request().url(), {
          data: { status: 'accepted' },
        })
        .then((reply) => ({ headers: reply.headers() }))
      expect(headers['traceresponse']).toBeTruthy()
      await route.fallback()
    })
    await accept.click()
    await expect(page.locator('.notice')).toContainText(
      'your press changed nothing',
    )
    await expect(ticket(page)).toContainText('not begun')
  },
)

test(
  'the autopilot cooks and rides where nobody does, and the steps say so',
  { tag: '@any-screen' },
  async ({ page }) => {
    test.setTimeout(120_000)
    await orderRamen(page)
    await page.goto('/plateful')
    const steps = page.getByRole('list', { name: 'Steps of this order' })
    await expect(steps.locator('[aria-current=step]')).toContainText(
      'Delivered',
      {
        timeout: 90_000,
      },
    )
    await expect(steps.getByText('by the autopilot')).toHaveCount(5)
  },
)

test(
  'while the kitchen is open the autopilot leaves it alone',
  { tag: '@any-screen' },
  async ({ page }) => {
    await page.goto('/plateful/kitchen')
    await orderRamen(page)
    const held = page.waitForResponse(/shifts\/kitchen/)
    await page.goto('/plateful/kitchen')
    expect((await held).status()).toBe(200)
    await expect(page.getByRole('switch')).toHaveAttribute(
      'aria-checked',
      'true',
    )
    const current = await page.request.get('/api/sandboxes/current')
    const { shifts } = await current.json()
    expect(shifts).toMatchObject([{ part: 'kitchen' }])

    await page.getByRole('switch').click()
    await expect(page.getByText(/The autopilot cooks/)).toBeVisible()
    await expect
      .poll(
        async () =>
          (await (await page.request.get('/api/sandboxes/current')).json())
            .shifts,
      )
      .toEqual([])
  },
)

test(
  'a lost network comes back, and nothing was missed or is shown twice',
  { tag: '@any-screen' },
  async ({ page, context }) => {
    await withoutAutopilot(page)
    await orderRamen(page)
    await page.goto('/plateful/kitchen')
    await expect(ticket(page)).toHaveCount(1)
    await expectOpen(page)
    await context.setOffline(true)
    await expect(page.locator('.connection')).toContainText('offline')
    // Another guest of the same sandbox orders meanwhile.
    const reply = await page.request.post('/api/orders', {
      data: {
        restaurant: 'lantern-noodle-house',
        lines: [{ dish: 'pork-dumplings', quantity: 2 }],
      },
    })
    expect(reply.status()).toBe(201)
    await context.setOffline(false)
    await expect(ticket(page)).toHaveCount(2, { timeout: 40_000 })
    await expect(ticket(page).nth(1)).toContainText('2 Pork dumplings')
    await expect(page.locator('.connection')).not.toHaveClass(/is-lost/)
  },
)

test(
  'however many tabs are open, one of them holds the stream',
  { tag: '@any-screen' },
  async ({ page }) => {
    await withoutAutopilot(page)
    await orderRamen(page)
    const streams: string[] = []
    page.context().on('request', (request) => {
      if (request.url().endsWith('/api/events')) streams.push(request.url())
    })
    await page.goto('/plateful/kitchen')
    await expectOpen(page)
    await expect.poll(() => streams.length).toBe(1)
    const courier = await openTab(page, '/plateful/courier')
    await expectOpen(courier)
    // Chromium shows every page of a headless window, so both are looked at.
    await page.getByRole('button', { name: /^Accept/ }).click()
    await expect(
      courier.getByRole('button', { name: /^Take it/ }),
    ).toBeVisible()
    expect(streams).toHaveLength(1)
  },
)

test(
  'starting over clears every open screen',
  { tag: '@any-screen' },
  async ({ page }) => {
    await withoutAutopilot(page)
    await orderRamen(page)
    const kitchen = await openTab(page, '/plateful/kitchen')
    await expect(ticket(kitchen)).toHaveCount(1)
    await page.goto('/plateful')
    await page.getByRole('button', { name: /Start over/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Start over' })
      .click()
    await expect(kitchen.getByText('No ticket yet.')).toBeVisible()
  },
)

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('kitchen and courier at work are accessible, and fit a phone', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      await withoutAutopilot(page)
      await orderRamen(page)
      await page.goto('/plateful/kitchen')
      await page.getByRole('button', { name: /^Accept/ }).click()
      await expect(ticket(page)).toContainText('not begun')
      await expectFit(page)
      await page.goto('/plateful/courier')
      await page.getByRole('button', { name: /^Take it/ }).click()
      await expect(page.getByRole('article', { name: /^Ride/ })).toBeVisible()
      await expectFit(page)
      await page.goto('/plateful')
      await expect(page.getByText(/^Here by/)).toBeVisible()
      await expectFit(page)
    })
  })

async function expectFit(page: Page) {
  await expectAccessible(page)
  const before = page.viewportSize()
  await expectFits(page, 320)
  if (before) await page.setViewportSize(before)
}
