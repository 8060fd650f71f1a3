import { expect, expectAccessible, test } from '../fixtures'

test('the bet on a replayed message is answered by the run, forged ones are refused, and a closed door is tried again', async ({
  page,
}) => {
  await page.goto('/labs/webhook')
  // The lab is a picture until its code is there: the first press may be early.
  await expect(async () => {
    await page
      .getByRole('radio', { name: 'prints nothing' })
      .check({ force: true })
    await expect(page.getByText('Now press, and the run decides.')).toBeVisible(
      { timeout: 1_000 },
    )
  }).toPass()
  const press = page.getByRole('button', { name: 'Send it to my kitchen' })
  await press.click()
  await expect(page.getByText('Right, by your own run.')).toBeVisible({
    timeout: 20_000,
  })
  const back = page.locator('.lab-back')
  await expect(back).toContainText('204 No Content, then 204 No Content')
  await expect(back).toContainText('webhook-signature: v1,')

  const tried = page.getByRole('table', { name: 'What your kitchen answered' })
  for (const name of ['Changed', 'Forged', 'Late']) {
    await page.getByRole('radio', { name: `${name}:` }).check()
    await press.click()
    await expect(back).toContainText('401 Unauthorized', { timeout: 20_000 })
    await expect(tried).toContainText(name)
  }
  await expect(back).toContainText('10 minutes ago')
  await expectAccessible(page, 'main')

  await page.getByRole('radio', { name: 'Nobody there' }).check()
  await press.click()
  const tries = page.getByRole('table', { name: 'Tries to deliver' })
  await expect(tries.getByRole('row', { name: '204' })).toHaveCount(1, {
    timeout: 40_000,
  })
  await expect(tries.getByRole('row', { name: '503' })).toHaveCount(2)
  await expect(page.getByText('taken at try 3').first()).toBeVisible()

  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(back).toContainText('No message of this kind has arrived yet.')
})
