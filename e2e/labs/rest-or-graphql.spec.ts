import { expect, expectAccessible, openLab, test } from '../fixtures'

test('one screen is filled both ways, and the bets are answered by counting', async ({
  page,
}) => {
  await openLab(page, 'rest-or-graphql')
  await page
    .getByRole('radio', { name: '4', exact: true })
    .check({ force: true })
  await page
    .getByRole('radio', { name: 'Less than a tenth' })
    .check({ force: true })
  await page.getByRole('button', { name: 'Fill the screen both ways' }).click()

  const [names, question] = [
    page.getByRole('region', { name: 'By names and verbs' }),
    page.getByRole('region', { name: 'One question', exact: true }),
  ]
  await expect(names.getByText('GET /api/restaurants/')).toHaveCount(3, {
    timeout: 20_000,
  })
  await expect(page.getByText('Right, by your own run.')).toHaveCount(2)
  await expect(
    page.getByRole('region', { name: 'The phone' }).getByRole('listitem'),
  ).toHaveCount(3)
  await expect(question.getByText('POST /api/graphql')).toBeVisible()
  // Statements are counted in the traces, which come in after the replies.
  for (const way of [names, question])
    await expect(
      way
        .locator('div', { has: page.locator('dt', { hasText: 'statements' }) })
        .last(),
    ).toContainText(/\d/, { timeout: 20_000 })
  await expect(page.getByRole('link', { name: 'Open the trace' })).toHaveCount(
    2,
  )
  await expectAccessible(page, 'main')
})

test('a question of one’s own is answered, and one that asks too much is refused', async ({
  page,
}) => {
  await openLab(page, 'rest-or-graphql')
  const text = page.getByLabel('Your own question', { exact: true })
  await text.fill('{ restaurants { name } }')
  await text.press('Control+Enter')
  const own = page.getByRole('region', {
    name: 'The answer to your own question',
  })
  await expect(own.locator('pre')).toContainText('Lantern Noodle House', {
    timeout: 20_000,
  })

  await page.getByRole('button', { name: 'Too deep' }).click()
  await page.getByRole('button', { name: 'Ask this' }).click()
  await expect(own.getByRole('alert')).toContainText('too large: depth')

  await text.fill('{ restaurants { nmae } }')
  await page.getByRole('button', { name: 'Ask this' }).click()
  await expect(own.getByRole('alert')).toContainText('nmae')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(own).toHaveCount(0)
})
