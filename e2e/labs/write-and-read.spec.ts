import { expect, expectAccessible, openLab, ordersOf, test } from '../fixtures'

test('an order writes rows whose keys lead to each other, and a join reads it back', async ({
  page,
}) => {
  await openLab(page, 'write-and-read')
  await page.getByText('Five or more').click()
  await expect(page.getByText('Now press, and the run decides.')).toBeVisible()
  await page.getByRole('button', { name: 'Place order' }).click()
  const lines = page.getByRole('region', { name: 'Table order_lines' })
  await expect(lines).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Right, by your own run.')).toBeVisible()
  expect(await ordersOf(page)).toHaveLength(1)

  await lines
    .getByRole('button', { name: /leads to orders\.id/ })
    .first()
    .focus()
  const order = page.getByRole('region', { name: 'Table orders' })
  await expect(order.locator('tr.is-lit')).toHaveCount(1)
  await lines.getByRole('button', { name: /miso-ramen/ }).focus()
  await expect(
    page.getByRole('region', { name: 'Table dishes' }).locator('tr.is-lit'),
  ).toContainText('Miso ramen')

  await page.getByRole('button', { name: 'Read it back with a join' }).click()
  await expect(page.getByText(/inner join order_lines/)).toBeVisible({
    timeout: 20_000,
  })
  await expect(
    page.getByRole('cell', { name: 'Lantern Noodle House' }).first(),
  ).toBeVisible()
  await expectAccessible(page, 'main')
})

test('the database refuses what breaks its rules, and takes what breaks none', async ({
  page,
}) => {
  await openLab(page, 'write-and-read')
  await page.getByRole('button', { name: /^Try it with a line/ }).click()
  await expect(page.getByText('FOREIGN KEY constraint failed')).toBeVisible({
    timeout: 20_000,
  })
  await page.getByRole('button', { name: 'Try it in both tables' }).click()
  await expect(page.getByText(/CHECK constraint failed/)).toBeVisible({
    timeout: 20_000,
  })
  await expect(
    page.getByRole('region', { name: 'order_lines, without a rule' }),
  ).toContainText('1 row before, 2 after')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByText('Not tried yet.').first()).toBeVisible()
})
