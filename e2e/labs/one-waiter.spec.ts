import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  openLab,
  test,
} from '../fixtures'

async function openFor(page: Page, count: number) {
  await openLab(page, 'one-waiter')
  await page
    .getByRole('group', { name: 'How many guests at once?' })
    .getByText(String(count), { exact: true })
    .click()
  const button = page.getByRole('button', { name: /^Send / })
  await expect(button).toHaveText(
    count === 1 ? /Send one/ : `Send ${count} at once`,
  )
  return button
}

const panel = (page: Page, name: string) => page.getByRole('region', { name })

async function figure(page: Page, way: string, name: string) {
  const place = panel(page, way)
    .locator('dl > div')
    .filter({ hasText: name })
    .locator('dd')
  await expect(place).not.toHaveText('–', { timeout: 50_000 })
  return Number((await place.innerText()).replaceAll(/[^\d.]/g, ''))
}

test('computing on the main thread is one by one and keeps the bystander waiting; the bet is answered by that run', async ({
  page,
}) => {
  test.slow()
  const sent: string[] = []
  page.on('request', (request) => {
    const { searchParams } = new URL(request.url())
    if (searchParams.has('number')) sent.push(searchParams.get('way') ?? '')
  })
  const button = await openFor(page, 6)
  await page.getByText('After about 6 times as long').click()
  await button.click()

  const name = 'the last by'
  const work = await figure(page, 'Computes here', 'work of one')
  expect(await figure(page, 'Computes here', name)).toBeGreaterThan(work * 5)
  expect(
    await figure(page, 'Computes here', 'bystander, at worst'),
  ).toBeGreaterThan(work / 2)
  expect(await figure(page, 'Waits', name)).toBeGreaterThan(199)
  expect(await figure(page, 'Has a thread compute', name)).toBeGreaterThan(0)
  await expect(page.getByText('The last of 6 was answered after')).toBeVisible()
  await expect(page.getByText('had at most 6 of these')).toBeVisible()
  for (const way of ['wait', 'compute', 'thread'])
    expect(sent.filter((one) => one === way).length).toBeGreaterThanOrEqual(6)
})

test('by keyboard: one alone needs no bet, and reset begins at nothing; no fault for a screen reader, nothing scrolls sideways', async ({
  page,
}) => {
  test.slow()
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const button = await openFor(page, 1)
  await expect(page.getByText('Predict first')).toHaveCount(0)
  await button.press('Enter')
  await figure(page, 'Has a thread compute', 'the last by')
  await expect(button).toHaveAttribute('aria-disabled', 'false')
  await expectAccessible(page)
  await expectFits(page, 320)
  await page.getByRole('button', { name: 'Reset' }).press('Enter')
  await expect(page.getByText('Send 12 at once')).toBeVisible()
})
