import { expect, expectAccessible, test } from '../fixtures'

test('a bet on a service that is down is answered by the run, and what protects the guests shows when it is gone', async ({
  page,
}) => {
  await page.goto('/labs/weather')
  // The lab is a picture until its code is there: the first press may be early.
  await expect(async () => {
    await page
      .getByRole('radio', { name: 'an hour ago' })
      .check({ force: true })
    await expect(page.getByText('Now press, and the run decides.')).toBeVisible(
      { timeout: 1_000 },
    )
  }).toPass()
  const press = page.getByRole('button', { name: 'Let five guests look' })
  await press.click()
  await expect(page.getByText('Right, by your own run.')).toBeVisible({
    timeout: 20_000,
  })
  const guests = page.getByRole('table', { name: 'Five guests' })
  await expect(guests.getByRole('row')).toHaveCount(6)
  await expect(guests).toContainText('an hour old')
  const phone = page.getByRole('group', { name: 'The phone' })
  await expect(phone).toContainText('60 minutes old')

  await page.getByRole('checkbox', { name: 'Cache' }).uncheck()
  await page.getByRole('checkbox', { name: 'Circuit breaker' }).uncheck()
  await press.click()
  await expect(guests).toContainText('not known', { timeout: 20_000 })
  await expect(phone).toContainText('Everything else works.')
  const tried = page.getByRole('table', { name: 'What you have tried' })
  await expect(tried.getByRole('row')).toHaveCount(3)
  await expect(tried).toContainText('limit, retry')

  await page.getByRole('radio', { name: 'Stumbling' }).check()
  await press.click()
  await expect(guests).toContainText('as of now', { timeout: 20_000 })
  await expect(guests).not.toContainText('not known')
  await page.getByRole('radio', { name: '5', exact: true }).check({
    force: true,
  })
  await expect(phone).toContainText('Asked this moment')

  // Where no journey asks a service of others, the honest answer is none.
  await page.getByRole('button', { name: 'Ask for the real weather' }).click()
  const real = page.getByRole('region', { name: 'The real weather' })
  await expect(real).toContainText('Not known')
  await expectAccessible(page, 'main')

  await expect(
    page.getByRole('link', { name: 'Open the trace' }).first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(phone).toContainText('Nobody has looked yet.')
})
