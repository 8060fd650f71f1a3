import { expect, test as base, type Page } from '@playwright/test'

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

/** The black button, once the page can do something with it. */
export async function openFirstPage(page: Page) {
  await page.goto('/')
  const button = page.getByRole('button', { name: /^Place order/ })
  await expect(button).toBeEnabled()
  return button
}

/** The orders of the page's own sandbox, newest first. */
export async function ordersOf(page: Page) {
  const reply = await page.request.get('/api/orders')
  expect(reply.status()).toBe(200)
  const { items }: { items: { id: string; status: string }[] } =
    await reply.json()
  return items
}
