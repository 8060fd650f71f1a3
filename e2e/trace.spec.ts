import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

async function placeOrder(page: Page) {
  const reply = await page.request.post('/api/orders', {
    data: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    },
  })
  expect(reply.status()).toBe(201)
  return reply.headers()['traceresponse']?.split('-')[1] ?? ''
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a trace tells its story, its code and its SQL', async ({ page }) => {
    const traceId = await placeOrder(page)
    await page.goto(`/trace/${traceId}`)
    await expect(page.getByText(/It saves the order/).first()).toBeVisible()
    await expect(page.locator('[data-span-row]').first()).toBeVisible()
    // Each step has an address, and lies flat there: code, wire, data, why.
    await page.getByRole('link', { name: 'Write the order down' }).click()
    const flat = page.getByRole('region', { name: /^Step \d+, laid flat/ })
    await expect(flat.getByText('server/orders/place-order.ts')).toBeVisible()
    await expect(flat.getByText('201 Created')).toBeVisible()
    await expect(flat).toContainText(/insert into\s*"?orders/i)
  })

  test('a trace that is not there says why, and how long they are kept', async ({
    page,
  }) => {
    const reply = await page.goto(`/trace/${'5'.repeat(32)}`)
    expect(reply?.status()).toBe(404)
    await expect(page.getByText(/a day after its last use/)).toBeVisible()
  })
})

test('a stranger sees nothing of it', async ({ page, browser, baseURL }) => {
  const traceId = await placeOrder(page)
  const stranger = await browser.newPage({ baseURL })
  expect((await stranger.goto(`/trace/${traceId}`))?.status()).toBe(404)
  expect((await stranger.request.get(`/api/traces/${traceId}`)).status()).toBe(
    404,
  )
  await stranger.close()
})

test('a page rendered on request brings scripts by nonce only', async ({
  page,
}) => {
  const traceId = await placeOrder(page)
  const reply = await page.goto(`/trace/${traceId}`)
  const policy = reply?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/)
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/)
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  await page.getByRole('button', { name: 'Step on' }).click()
  await expect(page).toHaveURL(/step=2/)
})
