import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Locator, type Page } from '@playwright/test'
import type { LabName } from '@/labs/labs'

/**
 * Every journey is a visitor of its own, with a browser that knows nothing.
 * What a page complains about fails the journey that opened it.
 */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        // A reply in the 400s is a part of some journeys.
        const isReply = message.text().startsWith('Failed to load resource')
        if (message.type() === 'error' && !isReply)
          complaints.push(message.text())
      })
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        if (protocol.startsWith('http') && origin !== baseURL)
          complaints.push(`A request left the site: ${request.url()}`)
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** What a screen reader is told of as it changes. */
export const news = '[aria-live="polite"]'

/** The black button, once the page can do something with it. */
export async function openFirstPage(page: Page) {
  await page.goto('/')
  const button = page.getByRole('button', { name: /^Place order/ })
  await expect(button).toBeEnabled()
  return button
}

/** A lab on its own page, once it works. */
export async function openLab(page: Page, name: LabName) {
  await page.goto(`/labs/${name}`)
  await expectWorking(page.locator('.lab-view'))
}

/** Brings a lab near, and waits until it is no picture any more. */
export async function expectWorking(lab: Locator) {
  // It may take the place of its picture while it is looked for.
  await lab.evaluate((picture) => picture.scrollIntoView({ block: 'nearest' }))
  await expect(lab).toHaveAttribute('data-working')
}

/** In a window of this width nothing is wider than the window. */
export async function expectFits(page: Page, width: number) {
  const size = page.viewportSize()
  if (size?.width !== width)
    await page.setViewportSize({ width, height: size?.height ?? 900 })
  const measure = async () => {
    // Twice, so that what follows the width by script has followed it.
    for (let frame = 0; frame < 2; frame++)
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => drawn(null))),
      )
    return page.evaluate(() => ({
      width: innerWidth,
      over: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    }))
  }
  const where = `${new URL(page.url()).pathname} at ${width}`
  await expect.poll(measure, where).toEqual({ width, over: 0 })
}

/** The reply to the next order that the page places; what it reads meanwhile is not meant. */
export function orderReply(page: Page) {
  return page.waitForResponse(
    (reply) =>
      new URL(reply.url()).pathname === '/api/orders' &&
      reply.request().method() === 'POST',
  )
}

/** The orders of the page's own sandbox, newest first. */
export async function ordersOf(page: Page) {
  const reply = await page.request.get('/api/orders')
  expect(reply.status()).toBe(200)
  const { items }: { items: { id: string; status: string }[] } =
    await reply.json()
  return items
}

/** Nobody but the journey moves an order: its sandbox has no autopilot. */
export async function withoutAutopilot(page: Page) {
  await page
    .context()
    .route('**/api/sandboxes', (route) =>
      route.request().method() === 'POST'
        ? route.continue({ postData: '{"autopilot":false}' })
        : route.fallback(),
    )
}

/** Orders a bowl of ramen, as a guest who is in a hurry. */
export async function orderRamen(page: Page, origin = '') {
  await page.goto(`${origin}/plateful/lantern-noodle-house`)
  await page.getByRole('button', { name: /Add.*Miso ramen/ }).click()
  await page.getByRole('button', { name: /^Place order/ }).click()
  await expect(
    page.getByRole('heading', { name: 'Order placed' }),
  ).toBeVisible()
}

/** Axe finds nothing on the page, or in parts of it. */
export async function expectAccessible(page: Page, ...parts: string[]) {
  // Colours are looked at when nothing moves any more.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().map((animation) => animation.finished),
    ),
  )
  // In the page itself and not from another one, which costs twice the time: no
  // frame of a page is from elsewhere. What is right need not be listed.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
  for (const part of parts) axe.include(part)
  // What readers write is shown on stages, which are no part of the site.
  axe.exclude('iframe[sandbox]')
  const { violations } = await axe.analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, html }) => `${target} ${html}`).join(' ')}`,
  )
  expect(found).toEqual([])
}
