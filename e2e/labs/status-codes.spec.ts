import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  openLab,
  test,
} from '../fixtures'

const isNarrow = (page: Page) => (page.viewportSize()?.width ?? 0) < 900

/** Opens the lab, and bets that an order for nothing is 400. */
async function openAndBet(page: Page) {
  await openLab(page, 'status-codes')
  await page.getByRole('radio', { name: /400/ }).check({ force: true })
  await expect(page.getByText('Now press, and')).toBeVisible()
}

/** Each deed, and the status that it really causes. */
const causes: [RegExp, string][] = [
  [/^Read a menu/, '200'],
  [/^Read it again/, '304'],
  [/^Place an order/, '201'],
  [/^Order zero portions/, '422'],
  [/^Send half/, '400'],
  [/^Write the order as a friendly note/, '415'],
  [/^Add an essay/, '413'],
  [/^Ask for an order that was never placed/, '404'],
  [/^Delete all restaurants/, '405'],
  [/^Ask what may be done/, '204'],
  [/^Come with a token/, '401'],
  [/^Order from a page of another site/, '403'],
  [/^Call an order delivered/, '409'],
  [/^Accept an order in a version/, '412'],
  [/^Ask eleven times/, '429'],
  [/^Put a novel/, '431'],
  [/^Ask before you send/, '100'],
  [/^Put a slash too many/, '308'],
  [/^Let the database fail/, '500'],
  [/^Knock while/, '503'],
]

test(
  'each deed really causes its status, and the board fills with all five families',
  { tag: '@any-screen' },
  async ({ page }) => {
    test.skip(isNarrow(page), 'the statuses are the same on a phone')
    test.slow()
    await openAndBet(page)
    const deeds = page.locator('.codes-deeds button')
    await expect(deeds).toHaveCount(causes.length)
    for (const [name, code] of causes) {
      const deed = page.getByRole('button', { name })
      await expect(deed.locator('.num')).toBeEmpty()
      await deed.click()
      await expect(deed.locator('.num'), String(name)).toHaveText(code, {
        timeout: 15_000,
      })
    }
    const codes = new Set([...causes.map(([, code]) => code), '201'])
    await expect(page.locator('.codes-square')).toHaveCount(codes.size)
    await expect(page.locator('.lab-bar')).toContainText(
      'from 5 of five families',
    )
  },
)

test('the bet is answered by the run; an answer shows what was asked and its trace', async ({
  page,
}) => {
  await openAndBet(page)
  await page.getByRole('button', { name: /^Order zero portions/ }).click()
  const bet = page.getByRole('group', { name: /zero portions/ })
  await expect(bet).toContainText('422')
  await expect(bet).toContainText('Not this time.')
  const answer = page.getByRole('region', { name: 'The last answer' })
  await expect(answer).toContainText('POST /api/orders')
  await expect(answer).toContainText('/lines/0/quantity')
  await page.getByRole('button', { name: 'Read a menu' }).click()
  await expect(answer).toContainText('200')
  await page.getByRole('button', { name: '422', exact: true }).click()
  await expect(answer.getByRole('heading', { level: 3 })).toContainText('422')
  await answer.getByRole('link', { name: 'Open the trace' }).click()
  await expect(page).toHaveURL(/\/trace\/[0-9a-f]{32}/)
})

test('it works by keyboard, is cleared, and has no accessibility fault', async ({
  page,
}) => {
  await openAndBet(page)
  await page.getByRole('button', { name: /^Delete all/ }).press('Enter')
  const square = page.getByRole('button', { name: '405', exact: true })
  await expect(square).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(page)
  await expectFits(page, 320)
  await page.getByRole('button', { name: 'Clear the board' }).press('Enter')
  await expect(square).toHaveCount(0)
})
