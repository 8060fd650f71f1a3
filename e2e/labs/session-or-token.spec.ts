import { expect, expectAccessible, openLab, test } from '../fixtures'

test('logging out everywhere ends what has a row, and the letter goes on until its time is over', async ({
  page,
}) => {
  await openLab(page, 'session-or-token')
  await page.getByText('15 s', { exact: true }).click()
  await page.locator('.lab-bet').getByText('JWT', { exact: true }).click()
  await page.getByRole('button', { name: 'Log in on both devices' }).click()
  const rounds = page.getByRole('table', { name: 'Who was let in' })
  await expect(rounds.getByRole('cell', { name: '200, both' })).toHaveCount(3)

  await page.getByRole('button', { name: 'Log out everywhere' }).click()
  await expect(page.getByText('Right, by your own run.')).toBeVisible()
  await expect(rounds.getByRole('cell', { name: '401, both' })).toHaveCount(2)
  await expect(rounds.getByRole('cell', { name: '200, both' })).toHaveCount(4)
  const costs = page.getByRole('table', { name: 'What each of them costs' })
  await expect(costs.getByRole('row', { name: /^JWT \d/ })).toContainText(
    'not looked for',
  )
  await expectAccessible(page, 'main')

  await page.getByRole('button', { name: 'Ask until nobody' }).click()
  await expect(
    page.getByText('The JWT alone went on for another').first(),
  ).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByText('so no ticket has been shown')).toBeVisible()
})
