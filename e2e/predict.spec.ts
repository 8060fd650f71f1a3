import type { Page } from '@playwright/test'
import { expect, expectAccessible, openFirstPage, test } from './fixtures'

async function openBet(page: Page) {
  const button = await openFirstPage(page)
  await page.getByRole('button', { name: /^Bet first/ }).click()
  await expect(
    page.getByRole('group', { name: /How many SQL statements/ }),
  ).toBeVisible()
  return button
}

const card = (page: Page, name: RegExp) => page.getByRole('group', { name })

test('a bet is chosen, locked by the press, and answered by the trace', async ({
  page,
}) => {
  const placeOrder = await openBet(page)
  const statements = card(page, /How many SQL statements/)
  const tables = card(page, /Which of these tables/)
  const longest = card(page, /Which step will take longest/)
  await statements.getByText('1 to 3', { exact: true }).click()
  await tables.getByText('orders', { exact: true }).click()
  await tables.getByText('dishes', { exact: true }).click()
  await expect(statements).toContainText(/answered \d\d:\d\d/)
  // Each can be told from the next: the page has brought their style along.
  await expect(statements.locator('.prediction-option').first()).toHaveCSS(
    'border-top-style',
    'solid',
  )
  const fate = card(page, /What will the guest get/)
  await fate.getByText('An answer at the first try').click()

  await placeOrder.click()
  await expect(statements.getByRole('radio').first()).toBeDisabled()
  await expect(
    page.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()
  // The trace decides: nobody has written these answers down.
  const traceId = async () =>
    /trace\/([0-9a-f]{32})/.exec(
      (await statements
        .getByRole('link', { name: 'See it in the replay' })
        .getAttribute('href')) ?? '',
    )?.[1] ?? ''
  await expect(statements).toContainText('The trace says')
  const reply = await page.request.get(`/api/traces/${await traceId()}`)
  const { spans }: { spans: { sql?: unknown }[] } = await reply.json()
  const count = spans.filter(({ sql }) => sql).length
  await expect(statements).toContainText(`${count}: `)
  await expect(statements).toContainText('Not this time')
  await expect(statements.locator('.prediction-option.is-wrong')).toContainText(
    '1 to 3',
  )
  await expect(
    tables.locator('.prediction-option.is-right').filter({ hasText: 'orders' }),
  ).toContainText('right')
  await expect(tables.locator('.prediction-option.is-wrong')).toContainText(
    'dishes',
  )
  await expect(tables).toContainText('Partly right')
  // On what nobody bet nothing is said.
  await expect(longest).not.toContainText('The trace says')
  await expect(fate).toContainText('201, after one try.')
  await expect(page.getByText('1 of 3 right')).toBeVisible()

  // It stays until the reader bets again.
  await page.getByRole('button', { name: 'Order again' }).click()
  await expect(statements).toContainText('The trace says')
  await page.getByRole('button', { name: 'Bet again' }).click()
  await expect(statements).not.toContainText('The trace says')
  await expect(statements.getByRole('radio').first()).toBeEnabled()
})

test(
  'nothing of it is loaded before it is opened, and a keyboard is enough',
  { tag: '@any-screen' },
  async ({ page }) => {
    const scripts: string[] = []
    page.on('response', async (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(await response.text().catch(() => ''))
    })
    await openFirstPage(page)
    await page.waitForLoadState('networkidle')
    const isLoaded = () =>
      scripts.some((text) => text.includes('Predict first'))
    expect(isLoaded()).toBe(false)
    await page.getByRole('button', { name: /^Bet first/ }).focus()
    await page.keyboard.press('Enter')
    const statements = card(page, /How many SQL statements/)
    await expect(statements).toBeVisible()
    await expect.poll(isLoaded).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await expect(statements.getByRole('radio').nth(1)).toBeChecked()
  },
)

for (const colorScheme of ['light', 'dark'] as const)
  test(`the bet has no accessibility violation, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    const placeOrder = await openBet(page)
    await card(page, /How many SQL/)
      .getByText('40 or more')
      .click()
    const look = () => expectAccessible(page, '.bet-line')
    await look()
    await placeOrder.click()
    await expect(card(page, /How many SQL/)).toContainText('The trace says')
    await look()
  })
