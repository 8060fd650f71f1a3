import { expect, expectAccessible, openLab, test } from '../fixtures'

test('the bet on a slow hash is answered by measuring, equal passwords show without salt, and a cheap hash is a bad one', async ({
  page,
}) => {
  await openLab(page, 'password-store')
  await page
    .getByRole('radio', { name: 'More than ten thousand' })
    .check({ force: true })
  await page
    .getByRole('textbox', { name: 'A password of your own' })
    .fill('sunshine')
  const press = page.getByRole('button', { name: 'Leak the table' })
  await press.click()
  const leaked = page.getByRole('table', { name: 'The table that leaked' })
  await expect(leaked).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Right, by your own run.')).toBeVisible()

  const mara = leaked.getByRole('row', { name: /^Mara/ }).getByRole('cell')
  await expect(mara.nth(1)).toContainText('the same as Lea, You')
  await expect(mara.nth(1)).toContainText('guess 12, after')
  await expect(mara.nth(2)).not.toContainText('the same')
  await expect(leaked.getByRole('row', { name: /^You/ })).toContainText(
    'the 12th of the list',
  )
  const lasting = page.getByRole('table', { name: 'How long each hash lasts' })
  await expect(lasting.getByText('measured')).toHaveCount(2)
  await expect(lasting.getByText('computed')).toHaveCount(3)
  await expectAccessible(page, 'main')

  // By keyboard: from the dearest to the cheapest.
  const slider = page.getByRole('slider', { name: 'What a slow hash costs' })
  await slider.focus()
  await slider.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /^N = 1,024/)
  await press.click()
  const tried = page.getByRole('table', { name: 'What you have tried' })
  await expect(tried.getByRole('row')).toHaveCount(3, { timeout: 30_000 })

  await page.getByRole('link', { name: 'Open the trace' }).click()
  await page.waitForURL('**/trace/*')
})
