import { expect, expectAccessible, openLab, test } from '../fixtures'

test('a change is released, the phone of March orders for real, and the bet is answered by those who complained', async ({
  page,
}) => {
  await openLab(page, 'break-the-contract')
  const press = page.getByRole('button', { name: 'Release this change' })
  const part = (name: string) => page.getByRole('region', { name })

  await page.getByRole('radio', { name: 'Another type:' }).check()
  for (const name of [
    'tool that compares',
    'TypeScript',
    'checker of',
    'guest',
  ])
    await page
      .locator('.prediction')
      .getByRole('checkbox', { name })
      .check({ force: true })
  await press.click()
  await expect(page.getByText('Right, by your own run.')).toBeVisible({
    timeout: 20_000,
  })
  await expect(part('The comparing tool')).toContainText('breaking')
  await expect(part('The compiler')).toContainText('TS')
  await expect(part('The checker')).toContainText('/total/amount')
  await expect(part('The phone of March').locator('mark')).toHaveText(
    /It costs \$0\.\d\d/,
  )
  await expectAccessible(page, 'main')

  await page.getByRole('radio', { name: 'A narrower limit:' }).check()
  await press.click()
  await expect(part('The phone of March')).toContainText('answered 422', {
    timeout: 20_000,
  })
  await expect(part('The compiler')).toContainText('builds')
  await expect(part('The checker')).toContainText('/lines/0/quantity')

  await page.getByRole('radio', { name: 'A field more:' }).check()
  await press.click()
  await expect(part('The checker')).toContainText('is content', {
    timeout: 20_000,
  })
  await page.getByRole('checkbox', { name: 'refuses fields' }).check()
  await press.click()
  await expect(part('The checker')).toContainText('minutesLeft', {
    timeout: 20_000,
  })

  const tried = page.getByRole('table', { name: 'Who complained' })
  await expect(tried.getByRole('row')).toHaveCount(4)
  await expect(page.getByRole('link', { name: 'Open the trace' })).toBeVisible()
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(tried).toHaveCount(0)
  await expect(part('The phone of March')).toContainText('not ordered yet')
})
