import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  openLab,
  test,
} from '../fixtures'

async function openAndBet(page: Page) {
  await openLab(page, 'power-cut')
  await page.getByRole('radio', { name: 'between the two writes' }).check()
  await page.getByText('It depends on whether').click()
  await expect(page.getByText('Now press, and the run decides.')).toBeVisible()
  return page.getByRole('button', { name: 'Cut the power' })
}

const left = (page: Page, way: string) =>
  page
    .getByRole('region', { name: way })
    .getByRole('row', { name: 'after the restart' })
    .getByRole('cell')

test('killed between two writes: alone half an order is left, in a transaction nothing, and the bet is answered by it', async ({
  page,
}) => {
  const button = await openAndBet(page)
  await button.click()
  await expect(left(page, 'Run alone')).toHaveText(['12', '0 rows'], {
    timeout: 30_000,
  })
  await expect(left(page, 'In a transaction')).toHaveText(['14', '0 rows'])
  const bet = page.getByRole('group', { name: /between these two writes/ })
  await expect(bet).toContainText('Right.')
  await expect(bet).toContainText('run alone, 12 portions, 0 rows in orders')
  await expect(page.getByText(/process \d+ by SIGKILL/)).toHaveCount(2)
  await page.getByText('Read the program that was killed').click()
  await expect(page.getByText("import Database from 'libsql'")).toBeVisible()
  await expect(
    page.getByRole('link', { name: 'Open the trace' }),
  ).toHaveAttribute('href', /\/trace\/[0-9a-f]{32}/)
})

test('by keyboard: another moment asks anew, and what was found stays in the table until reset', async ({
  page,
}) => {
  const button = await openAndBet(page)
  await page.getByRole('radio', { name: 'between the two writes' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(
    page.getByRole('group', { name: /after both writes, and before COMMIT/ }),
  ).toBeVisible()
  await expect(page.getByText('Choose first, then press.')).toBeVisible()
  await button.press('Enter')
  const found = page
    .getByRole('table', { name: 'What you have found so far' })
    .getByRole('row', { name: /after the second, before COMMIT/ })
    .getByRole('cell')
  await expect(found).toHaveText(['the whole order', 'nothing happened'], {
    timeout: 30_000,
  })
  await page.getByRole('button', { name: 'Reset' }).press('Enter')
  await expect(found).toHaveText(['–not tried', '–not tried'])
})

test('where no process can be started the recorded run is shown and says so; nothing is wrong for a screen reader, and nothing scrolls sideways', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.route('**/api/labs/power-cut', (route) =>
    route.fulfill({
      status: 501,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'http://127.0.0.1/problems/not-on-this-platform',
        title: 'Not where this deployment runs',
        status: 501,
        detail: 'No process.',
        instance: '/api/labs/power-cut',
      }),
    }),
  )
  const button = await openAndBet(page)
  await button.click()
  await expect(left(page, 'Run alone')).toHaveText(['12', '0 rows'])
  await expect(page.getByText(/this is a run from .* 20\d\d, on/)).toBeVisible()
  await expectAccessible(page)
  await expectFits(page, 320)
})
