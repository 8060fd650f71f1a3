import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  openLab,
  test,
} from '../fixtures'

const figure = (page: Page, name: string) =>
  page.locator(`[data-figure="${name}"]`)

/** Presses a guest's button, and waits until the server has played it. */
async function press(page: Page, name: string) {
  const lanes = page.getByRole('table', { name: /What ran, in order/ }).first()
  const button = page.getByRole('button', { name, exact: true })
  await expect(button).toHaveAttribute('aria-disabled', 'false')
  const before = await lanes.locator('td b').count()
  await button.click()
  await expect.poll(() => lanes.locator('td b').count()).toBeGreaterThan(before)
}

test('a reader breaks the race by hand, and cannot break it with the guard or the lock', async ({
  page,
}) => {
  await openLab(page, 'last-portion')
  await press(page, 'Ada: Look how many are left')
  await press(page, 'Ben: Look how many are left')
  await press(page, 'Ada: Write back 0')
  await press(page, 'Ada: Promise the ramen')
  await press(page, 'Ben: Write back 0')
  await press(page, 'Ben: Promise the ramen')
  await expect(figure(page, 'promised')).toHaveText('2')
  await expect(figure(page, 'left')).toHaveText('0')
  const verdict = page.getByText('One portion, promised twice.')
  await expect(verdict.first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open the trace' })).toBeVisible()

  await page.getByText('Take only if one is left').first().click()
  await press(page, 'Ada: Take one, if one is left')
  await press(page, 'Ben: Take one, if one is left')
  await expect(page.getByText('Sold out. Sorry.')).toBeVisible()
  await press(page, 'Ada: Promise the ramen')
  await expect(figure(page, 'promised')).toHaveText('1')

  await page.getByText('Look behind a lock').first().click()
  await press(page, 'Ben: Ask for the lock')
  await press(page, 'Ada: Ask for the lock')
  await expect(
    page.getByRole('button', { name: 'Ada: Waits until Ben lets go' }),
  ).toBeVisible()
  await press(page, 'Ben: Look how many are left')
  await press(page, 'Ben: Write back 0')
  await press(page, 'Ben: Promise the ramen')
  await press(page, 'Ben: Commit, and let go')
  await press(page, 'Ada: Look how many are left')
  await press(page, 'Ada: Commit, and let go')
  await expect(figure(page, 'promised')).toHaveText('1')

  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByText('Nothing has run yet.')).toBeVisible()
})

test('run two hundred times, every race is counted and the bet is answered by the count', async ({
  page,
}) => {
  await openLab(page, 'last-portion')
  const often = page.getByRole('region', { name: 'Two hundred races' })
  await often.getByText('2 ms', { exact: true }).click()
  await often.getByText('Never', { exact: true }).click()
  await often.getByRole('button', { name: 'Run the race 200 times' }).click()
  const table = often.getByRole('table', { name: /Of 200 races each/ })
  const row = (name: string) =>
    table.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell')
  await expect(row('time for all').nth(2)).not.toHaveText('–', {
    timeout: 60_000,
  })
  const [once = '', guarded = '', locked = ''] =
    await row('sold once').allInnerTexts()
  const [twice = ''] = await row('sold twice').allInnerTexts()
  expect(Number(once) + Number(twice)).toBe(200)
  expect([guarded, locked]).toEqual(['200', '200'])
  await expect(often).toContainText(`${twice} of 200 races sold it twice.`)
  await expect(often.getByText('The first of the 200')).toBeVisible()
  await expect(often.getByRole('radio').first()).toBeDisabled()

  await expectAccessible(page)
  await expectFits(page, 320)
})
