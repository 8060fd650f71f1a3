import { expect, expectAccessible, openLab, test } from '../fixtures'

test('a bet on a table ten times as large is answered by the reader’s own runs', async ({
  page,
}) => {
  test.slow()
  await openLab(page, 'index')
  const bets = page.getByRole('group', { name: /index/ })
  await bets.first().getByText('About ten times').click()
  await bets.last().getByText('About the same').click()
  await expect(page.getByText('Now press, and the run decides.')).toHaveCount(2)

  const press = page.getByRole('button', { name: 'Run it 200 times each way' })
  await press.click()
  await expect(page.getByText('SCAN', { exact: true })).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByText('orders USING INDEX')).toBeVisible()
  await expect(page.getByText('reads all 1,000 rows')).toBeVisible()
  await expect(page.getByText(/among 100,000:/)).toHaveCount(0)

  await page.getByRole('button', { name: 'Measure all three sizes' }).click()
  await expect(page.getByText('reads all 100,000 rows')).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByText(/among 100,000:/)).toHaveCount(2)
  await expect(page.getByText('You said').first()).toBeVisible()

  await page.getByText('The figures as a table').first().click()
  await expect(
    page.getByRole('rowheader', { name: 'median' }).first(),
  ).toBeVisible()
  await expectAccessible(page, 'main')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByText('not asked yet').first()).toBeVisible()
})

test('writing costs more with every index, and is measured too', async ({
  page,
}) => {
  await openLab(page, 'index')
  await page.getByRole('button', { name: /^Write 1,000 orders/ }).press('Enter')
  await expect(page.getByText(/times the first/)).toHaveCount(2, {
    timeout: 30_000,
  })
  await expect(
    page.getByRole('link', { name: 'Open the trace of the writes' }),
  ).toBeVisible()
})
