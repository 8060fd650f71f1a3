import type { Page } from '@playwright/test'
import { expect, expectAccessible, openLab, test } from '../fixtures'

const inside = (page: Page, name: string) =>
  page.frameLocator(`iframe[title="Window ${name}"]`)
const press = (page: Page, name: string) =>
  inside(page, name).getByRole('button', { name: '+1 in all three' })
const cell = (page: Page, row: string, column: number) =>
  page.getByRole('row', { name: row }).getByRole('cell').nth(column)

/** What stands first in a cell; its figures come after it. */
const no = /^no(?!t)/
const yes = /^yes/

/** The three counts that a window shows, from the nearest to the furthest. */
const counts = (page: Page, name: string) =>
  inside(page, name).getByRole('definition')

test('a reload empties the page’s memory, two windows share the rest, and another browser shares nothing', async ({
  page,
}) => {
  await openLab(page, 'two-windows')
  await expect(counts(page, 'A')).toHaveText(['0', '0', '0'])
  await page.getByText('The one on the server').click()
  for (const text of [
    ['1', '1', '1'],
    ['2', '2', '2'],
  ]) {
    await press(page, 'A').click()
    await expect(counts(page, 'A')).toHaveText(text)
  }
  // The browser tells window B of its storage; the server tells nobody.
  await expect(counts(page, 'B').nth(1)).toHaveText('2')
  await inside(page, 'B')
    .getByRole('button', { name: 'Ask the server' })
    .click()
  await expect(counts(page, 'B')).toHaveText(['0', '2', '2'])

  await page.getByRole('button', { name: 'Reload window A' }).click()
  await expect(counts(page, 'A')).toHaveText(['0', '2', '2'])
  await expect(page.getByText('Memory 2 → 0, Storage 2 → 2')).toBeVisible()
  await expect(cell(page, 'memory', 0)).toHaveText(no)
  await expect(cell(page, 'storage', 0)).toHaveText(yes)
  await expect(cell(page, 'server', 0)).toHaveText(yes)
  await expect(cell(page, 'memory', 1)).toHaveText(no)
  await expect(cell(page, 'storage', 1)).toHaveText(yes)
  await expect(cell(page, 'server', 1)).toHaveText(yes)

  await expect(cell(page, 'server', 2)).toHaveText('not tried')
  await page.getByRole('button', { name: 'Open another browser' }).click()
  await expect(counts(page, 'C')).toHaveText(['0', '0', '0'])
  await press(page, 'C').click()
  await expect(counts(page, 'C')).toHaveText(['1', '1', '1'])
  for (const row of ['memory', 'storage', 'server'])
    await expect(cell(page, row, 2), row).toHaveText(no)
  await expect(page.getByRole('link', { name: 'Open the trace' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(counts(page, 'A')).toHaveText(['0', '0', '0'])
  await expect(cell(page, 'storage', 0)).toHaveText('not tried')
})

test('only this site may frame the window, and nobody may frame the lab', async ({
  request,
}) => {
  const headersOf = async (path: string) => (await request.get(path)).headers()
  const window = await headersOf('/labs/two-windows/window')
  expect(window['content-security-policy']).toContain("frame-ancestors 'self'")
  expect(window['x-frame-options']).toBe('SAMEORIGIN')
  const lab = await headersOf('/labs/two-windows')
  expect(lab['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(lab['x-frame-options']).toBe('DENY')
})
