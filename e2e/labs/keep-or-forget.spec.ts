import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  openLab,
  test,
} from '../fixtures'

const places = ['In a variable', 'In a signed cookie', 'In a row'] as const

async function openAsGrace(page: Page) {
  await openLab(page, 'keep-or-forget')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Grace')
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name })

/** What the three places say, in their order. */
async function says(page: Page, known: string[]) {
  for (const [at, place] of places.entries())
    await expect(
      page.getByRole('region', { name: place }).locator('.keep-name'),
      place,
    ).toHaveText(known[at] ?? '')
}

const nobody = 'Who are you?'

test('a restart empties the variable, and the cookie and the row still know; the bet is answered by it', async ({
  page,
}) => {
  await openAsGrace(page)
  await page.getByRole('checkbox', { name: /variable/ }).check({ force: true })
  await button(page, 'Tell server A').click()
  await says(page, ['Grace', 'Grace', 'Grace'])
  await button(page, 'Ask server A').click()
  await says(page, ['Grace', 'Grace', 'Grace'])
  await expect(page.getByRole('row', { name: /^Ask A sent/ })).toBeVisible()

  await button(page, 'Restart server A').click()
  await expect(
    page.getByRole('row', { name: /its thread was ended/ }),
  ).toBeVisible()
  await button(page, 'Ask server A').click()
  await says(page, [nobody, 'Grace', 'Grace'])
  const bet = page.getByRole('group', { name: /Where is your name found/ })
  await expect(bet).toContainText('In a signed cookie, In a row.')
  await expect(bet).toContainText('Not this time.')
  await page.getByRole('link', { name: 'Open the trace' }).click()
  await expect(page).toHaveURL(/\/trace\/[0-9a-f]{32}/)
})

test(
  'without cookies a variable greets a stranger by the reader’s name; the other server was never told',
  { tag: '@any-screen' },
  async ({ page }) => {
    await openAsGrace(page)
    await button(page, 'Tell server A').click()
    await says(page, ['Grace', 'Grace', 'Grace'])
    await page.getByLabel('Send this browser’s cookies along').uncheck()
    await button(page, 'Ask server A').click()
    await says(page, ['Grace', nobody, nobody])
    await expect(page.getByText('belongs to the program').first()).toBeVisible()

    await page.getByLabel('Send this browser’s cookies along').check()
    await page.getByText('Server B', { exact: true }).click()
    await button(page, 'Ask server B').click()
    await says(page, [nobody, 'Grace', 'Grace'])
  },
)

test('everything is forgotten when asked to, and the lab has no accessibility fault', async ({
  page,
}) => {
  await openAsGrace(page)
  await button(page, 'Tell server A').press('Enter')
  await says(page, ['Grace', 'Grace', 'Grace'])
  await expectAccessible(page)
  await expectFits(page, 320)
  await button(page, 'Forget everything').click()
  await expect(page.getByText('No server knows you yet.').first()).toBeVisible()
  await expect(button(page, 'Ask server A')).toBeDisabled()
})
