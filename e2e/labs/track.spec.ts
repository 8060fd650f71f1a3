import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  openLab,
  test,
} from '../fixtures'

test.beforeEach(({ isMobile }, { project }) => {
  test.skip(isMobile || project.name !== 'desktop', 'sets its own widths')
})

async function openWithOrder(page: Page) {
  await openLab(page, 'track')
  await page.getByRole('button', { name: 'Order a miso ramen' }).click()
  await expect(rowOf(page, 'order.placed')).toBeVisible()
}

function rowOf(page: Page, name: string) {
  return page.getByRole('row').filter({ hasText: name }).first()
}

test('three screens read one log, each on a line of its own', async ({
  page,
}) => {
  let streams = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/api/events')) streams++
  })
  await openWithOrder(page)
  const placed = rowOf(page, 'order.placed')
  await expect(placed.getByRole('cell', { name: /^sent/ })).toHaveCount(1)
  await expect(placed.getByRole('cell', { name: /^\+\d+$/ })).toHaveCount(2)
  await expect(page.getByText('Open streams 3')).toBeVisible()
  expect(streams).toBe(3)

  const kitchen = page.getByRole('region', { name: 'Kitchen' })
  await kitchen.getByRole('button', { name: /^Accept/ }).click()
  const accepted = rowOf(page, 'order.accepted')
  await expect(accepted.getByRole('cell').nth(3)).toContainText('sent')
  await expect(rowOf(page, 'courier.offered')).toBeVisible()
})

test('what was written while a line was cut is sent again, and nothing twice', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await openWithOrder(page)
  await page.getByRole('button', { name: /Cut the courier/ }).click()
  await expect(rowOf(page, 'stream lost')).toBeVisible()
  await expect(page.getByText('Open streams 2')).toBeVisible()
  const kitchen = page.getByRole('region', { name: 'Kitchen' })
  await kitchen.getByRole('button', { name: /^Accept/ }).click()
  const accepted = rowOf(page, 'order.accepted')
  await expect(accepted).toContainText('missed')

  await expect(rowOf(page, 'stream resumed')).toContainText(
    /Last-Event-ID: \d+, \d+ events? sent again/,
    { timeout: 30_000 },
  )
  await expect(accepted).toContainText('sent again')
  await expect(accepted).not.toContainText('missed')
  await expect(page.getByText('Read twice: 0')).toBeVisible()
  await expect(page.getByText('Open streams 3')).toBeVisible()
  // On offer, or by now taken by the autopilot.
  const courier = page.getByRole('region', { name: 'Courier' })
  await expect(courier.getByRole('article')).toHaveCount(1)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the lab is accessible and fits every width, ${colorScheme}`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme })
    await openWithOrder(page)
    for (const width of [1440, 1024, 390, 320]) {
      await expectFits(page, width)
      await expectAccessible(page)
    }
  })
