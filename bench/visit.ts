import type { Page } from '@playwright/test'

/** Presses the button of the first page and watches to the end of the stage. */
export async function placeOrder(page: Page, origin: string): Promise<string> {
  await page.goto(origin)
  await page.getByRole('button', { name: /^Place order/ }).click()
  await page.getByRole('heading', { name: 'Order confirmed' }).waitFor()
  await page.getByRole('button', { name: 'Skip to the end' }).click()
  const link = page.getByRole('link', { name: 'Open the trace' })
  await link.waitFor()
  const path = (await link.getAttribute('href')) ?? ''
  const [address] = /^\/trace\/[0-9a-f]{32}/.exec(path) ?? []
  if (!address) throw new Error(`The link to the trace leads to ${path}`)
  return address
}
