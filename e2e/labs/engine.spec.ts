import { expect, expectAccessible, openLab, ordersOf, test } from '../fixtures'

test('three buttons are three requests with the same six stations, and a wrong password stops at the fourth', async ({
  page,
}) => {
  await openLab(page, 'engine')
  for (const name of [
    'See who is asking',
    'Check what was sent',
    'Decide by what it keeps itself',
    'Write something down',
  ])
    await page.getByText(name).click()
  await expect(page.getByText('Now press, and the run decides.')).toBeVisible()

  const press = (name: string) =>
    page.getByRole('button', { name, exact: true }).click()
  const part = (name: string) => page.getByRole('region', { name })
  await press('Log in')
  await expect(part('Log in')).toContainText('201 Mara is signed in')
  await page.getByLabel(/What do you say/).fill('<b>Bold</b> broth.')
  await press('Post a comment')
  await expect(part('Post a comment')).toContainText('“<b>Bold</b> broth.”')
  await press('Buy')
  await expect(part('Buy')).toContainText('for $14.90')
  expect(await ordersOf(page)).toHaveLength(1)

  await expect(page.getByText('Right, by your own run.')).toBeVisible({
    timeout: 20_000,
  })
  for (const station of ['Who asks?', 'Read', 'Decide', 'Write', 'Answer']) {
    const row = page.getByRole('row', { name: new RegExp(`^${station}`, 'i') })
    await expect(row.getByRole('cell', { name: /ms/ })).toHaveCount(3)
  }
  await expect(page.getByRole('link', { name: /^Trace of/ })).toHaveCount(3)
  await expectAccessible(page)

  await page.getByLabel(/a wrong one/).check()
  await press('Log in')
  await expect(part('Log in')).toContainText('401')
  await expect(
    page.getByRole('row', { name: /^Write/ }).getByText('not reached'),
  ).toBeVisible({ timeout: 20_000 })
})
