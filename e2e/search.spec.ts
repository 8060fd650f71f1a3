import type { Page } from '@playwright/test'
import { expect, expectAccessible, news, openFirstPage, test } from './fixtures'

const field = (page: Page) => page.getByRole('combobox', { name: /^Search/ })
const chosen = (page: Page) => page.getByRole('option', { selected: true })

/** What of the search has been asked for. */
function watchIndex(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname === '/search.json') asked.push(pathname)
  })
  return asked
}

test('by keys: opened, asked, chosen, left, and opened again without loading anew', async ({
  page,
}) => {
  const asked = watchIndex(page)
  await openFirstPage(page)
  expect(asked).toEqual([])
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('idemp')
  await expect(chosen(page)).toHaveCount(1)
  await expect(chosen(page).locator('mark').first()).toHaveText(/idempotency/i)
  await expect(page.locator(news).filter({ hasText: 'found' })).toBeVisible()
  const first = await chosen(page).getAttribute('id')
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).not.toHaveAttribute('id', first ?? '')
  await page.keyboard.press('ArrowUp')
  await expect(chosen(page)).toHaveAttribute('id', first ?? '')
  await expect(field(page)).toHaveAttribute(
    'aria-activedescendant',
    first ?? '',
  )
  await expectAccessible(page, 'dialog')

  await page.keyboard.press('Escape')
  await expect(field(page)).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await field(page).fill('sold out portions')
  await expect(chosen(page)).toHaveAttribute('href', '/problems/sold-out')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/problems/sold-out')
  await expect(field(page)).toBeHidden()
  expect(asked).toHaveLength(1)
})

test('by touch: the link in the header opens it, and what is touched opens', async ({
  page,
}) => {
  await page.goto('/problems')
  await page.getByRole('link', { name: 'Search' }).first().click()
  await field(page).fill('xylophone')
  await expect(
    page.getByText('Nothing is found for “xylophone”.'),
  ).toBeVisible()
  await field(page).fill('break an order')
  await page.getByRole('option', { name: /^Break an order on purpose/ }).click()
  await page.waitForURL('**/labs/break-it')
  await page.getByRole('link', { name: 'Search' }).first().click()
  const size = await page.locator('dialog').boundingBox()
  const width = page.viewportSize()?.width ?? 0
  if (width < 600) expect(size?.width).toBe(width)
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('link', { name: 'Search' }).first()).toBeFocused()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the link leads to a list of everything', async ({ page }) => {
    await page.goto('/problems')
    await page.getByRole('link', { name: 'Search' }).first().click()
    await page.waitForURL('**/search')
    await page.getByRole('link', { name: 'Break an order on purpose' }).click()
    await page.waitForURL('**/labs/break-it')
  })
})
