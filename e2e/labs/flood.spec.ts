import { boardFault, floodLimit, floodSize } from '@/contracts/fault-board'
import { invariants } from '@/contracts/fault-board'
import { expect, openFirstPage, ordersOf, test as base } from '../fixtures'
import { House } from '../processes/server'

/** On a server of its own, which holds the limits that a reader meets. */
const test = base.extend({
  baseURL: async ({}, provide) => {
    const house = new House()
    const { url } = await house.start({
      LIMIT_ORDERS_PER_MINUTE: String(floodLimit),
      LIMIT_REQUESTS_PER_MINUTE: '600',
    })
    await provide(url)
    await house.close()
  },
})

test('a flood: sixty requests are served, the rest are told to wait, and without the limit all are served', async ({
  page,
}) => {
  const { title, protection, breaks } = boardFault('flood')
  await openFirstPage(page)
  await page.getByRole('button', { name: /^Break it/ }).click()
  const lever = page.getByRole('switch', { name: title })
  await lever.click()
  await page.locator('.levers-order').click()
  const said = page.locator('.levers-head p')
  await expect(said).toHaveText(
    `Flood: ${floodLimit} × 201, then ${floodSize - floodLimit} × 429. 1 order is kept.`,
    { timeout: 30_000 },
  )
  expect(await ordersOf(page)).toHaveLength(1)

  await page.getByRole('switch', { name: protection }).click()
  await lever.click()
  await page.locator('.levers-order').click()
  await expect(said).toHaveText(
    `Flood: ${floodSize} × 201. ${floodSize} orders are kept. No longer true: ${invariants[breaks]}.`,
    { timeout: 30_000 },
  )
  expect(await ordersOf(page)).toHaveLength(1)
})
