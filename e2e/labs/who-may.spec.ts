import { expect, expectAccessible, openLab, test } from '../fixtures'

/** Who was answered what, as the contract has it. */
const expected = {
  'See who is open': [200, 200, 200, 200, 200],
  'Place an order': [201, 201, 403, 403, 201],
  'List the orders': [200, 200, 200, 200, 200],
  'Read your order': [200, 200, 200, 200, 404],
  'Accept it for the kitchen': [200, 403, 200, 403, 404],
  'Take its delivery': [200, 403, 403, 200, 404],
  'Call it off': [200, 200, 403, 403, 404],
}

test('every caller is asked for at every door, and both bets are answered by the answers', async ({
  page,
}) => {
  await openLab(page, 'who-may')
  await page.getByText('The cook places an order').click()
  await page.getByText('The courier accepts it for the kitchen').click()
  await page.getByText('404: there is no such order').click()
  await page.getByRole('button', { name: 'Send every request' }).click()
  await expect(page.getByText('Right, by your own run.')).toHaveCount(2, {
    timeout: 30_000,
  })
  const table = page.getByRole('table', { name: 'Who was answered what' })
  for (const [title, statuses] of Object.entries(expected)) {
    const row = table.getByRole('row').filter({ hasText: title })
    await expect(row.getByRole('button')).toHaveText(statuses.map(String))
  }

  const back = page.locator('.lab-back')
  await page.getByRole('button', { name: 'Cook: Place an order' }).click()
  await expect(back).toContainText('type: /problems/not-your-part')
  await expect(back).toContainText('authorization: Bearer …')
  await expect(back.locator('.code-line.is-run')).toContainText('requirePart')
  await expect(back.getByRole('link', { name: 'Open the trace' })).toBeVisible()

  await page.getByRole('button', { name: 'Stranger: Read your order' }).click()
  await expect(back).toContainText('type: /problems/not-found')
  await expect(back.locator('.code-line.is-run')).toContainText('if (!row)')
  await expect(back).toContainText('sandbox_id')
  await expect(back.getByRole('link', { name: 'Open the trace' })).toHaveCount(
    0,
  )
  await expectAccessible(page, 'main')
})

test('a cell can be asked alone, its trace opens, and a reset shows the three out', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'the screen is the same')
  await openLab(page, 'who-may')
  await page.getByRole('button', { name: 'Courier: Accept it' }).click()
  const back = page.locator('.lab-back')
  await expect(back).toContainText('403')
  await expect(page.getByText('1 of 35 requests sent').first()).toBeVisible()
  const members = async () => {
    const reply = await page.request.get('/api/sandboxes/current/members')
    return ((await reply.json()) as { items: unknown[] }).items.length
  }
  expect(await members()).toBe(3)
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect.poll(members).toBe(0)
})
