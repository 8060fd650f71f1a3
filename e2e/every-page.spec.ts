import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, openFirstPage, test } from './fixtures'

const pages = [
  '/',
  '/plateful',
  '/plateful/lantern-noodle-house',
  '/plateful/second-rise-bakery',
  '/problems',
  '/problems/sold-out',
  '/setup',
]
/** Held against axe in its own journeys: it is as long as all others together. */
const longPage = '/api'
const widths = [320, 390, 600, 768, 900, 1024, 1180, 1280, 1440, 1920]

test.beforeEach(({ isMobile }, { project }) => {
  test.skip(isMobile || project.name !== 'desktop', 'sets its own widths')
})

async function expectAccessible(page: Page) {
  // Colours are looked at when nothing moves any more.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().map((animation) => animation.finished),
    ),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`,
  )
  expect(found).toEqual([])
}

async function placeOrder(page: Page): Promise<string> {
  const reply = await page.request.post('/api/orders', {
    data: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    },
  })
  return `/trace/${reply.headers()['traceresponse']?.split('-')[1]}`
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 768, 1440])
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('no page has an accessibility violation', async ({ page }) => {
        // Every page of the site, on a machine that may be busy.
        test.setTimeout(240_000)
        for (const path of [...pages, await placeOrder(page)]) {
          await page.goto(path)
          await expect(page.locator('h1').first()).toBeVisible()
          await expectAccessible(page)
        }
      })

      test('nor has the first page after a press', async ({ page }) => {
        await (await openFirstPage(page)).click()
        await expect(
          page.getByRole('heading', { name: 'Order confirmed' }),
        ).toBeVisible()
        await page.getByRole('button', { name: 'Skip to the end' }).click()
        await expect(
          page.getByRole('link', { name: 'Open the trace' }),
        ).toBeVisible()
        await expectAccessible(page)
      })
    })

test('no page scrolls sideways at any width', async ({ page }) => {
  test.setTimeout(240_000)
  for (const path of [...pages, longPage, await placeOrder(page)])
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(path)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      )
      expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
})

test('every page carries the security headers', async ({ request }) => {
  for (const path of [
    ...pages,
    longPage,
    '/api/health',
    '/api/nothing',
    '/nothing',
  ]) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toContain(
      "frame-ancestors 'none'",
    )
    expect(headers['strict-transport-security'], path).toContain('max-age=')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBeTruthy()
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('with reduced motion the press shows its end at once', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await (await openFirstPage(page)).click()
  await expect(
    page.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()
  await expectAccessible(page)
})
