import { expect, expectAccessible, openLab, test } from '../fixtures'

test('the bet on 50 orders is answered by counting in the trace, and a longer way costs the join least', async ({
  page,
}) => {
  await openLab(page, 'n-plus-one')
  await page.getByRole('radio', { name: '51' }).check({ force: true })
  await expect(page.getByText('Now press, and the run decides.')).toBeVisible()
  const press = page.getByRole('button', { name: 'List the orders both ways' })
  await press.click()
  const [naive, sound] = [
    page.getByRole('region', { name: 'One by one' }),
    page.getByRole('region', { name: 'With one join' }),
  ]
  await expect(naive).toContainText('51 statements', { timeout: 20_000 })
  await expect(sound).toContainText('1 statement')
  await expect(page.getByText('Right, by your own run.')).toBeVisible({
    timeout: 20_000,
  })
  await expect(naive).toContainText('50 times')
  await expect(
    page.getByText('Both lists are the same, to the last line.'),
  ).toBeVisible()

  await page.getByRole('radio', { name: '10', exact: true }).check({
    force: true,
  })
  await page.getByRole('radio', { name: '5 ms' }).check({ force: true })
  await press.click()
  await expect(naive).toContainText('11 statements', { timeout: 20_000 })
  await expect(page.getByText('5 ms waited before each')).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('link', { name: 'Open the trace' })).toHaveCount(
    2,
  )
  await expectAccessible(page, 'main')

  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(naive).toContainText('Nothing was sent yet.')
})
