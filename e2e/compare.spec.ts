import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectFits, test } from './fixtures'

/** An order, with what is to go wrong with it. Gives its trace's id. */
async function placeOrder(page: Page, baggage = ''): Promise<string> {
  const reply = await page.request.post('/api/orders', {
    data: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    },
    headers: baggage ? { baggage } : {},
  })
  expect(reply.status()).toBe(201)
  return reply.headers()['traceresponse']?.split('-')[1] ?? ''
}

/** A first order, and one whose database is slow: its sandbox is open already. */
async function twoTraces(page: Page) {
  const a = await placeOrder(page)
  const b = await placeOrder(page, 'fault.db-slow=400')
  return { a, b, address: `/compare?a=${a}&b=${b}` }
}

const rows = (page: Page) => page.locator('.compare-row')

test('two traces side by side say what is missing, slower and the same', async ({
  page,
}) => {
  const { b, address } = await twoTraces(page)
  await page.goto(address)
  await expect(page.locator('.compare-summary')).toContainText(/slower/)
  const totals = page.getByRole('table')
  await expect(totals).toContainText('Statements')
  await expect(totals.getByRole('row', { name: /^Answered/ })).toContainText(
    '201 in',
  )
  await expect(page.getByText('db-slow')).toBeVisible()

  const missing = rows(page).filter({ hasText: 'A kitchen of your own' })
  await expect(missing.first()).toHaveClass(/is-missing/)
  await expect(missing.first()).toContainText('missing in B')
  const slower = rows(page).filter({ hasText: /slower, B takes [\d,.]+ times/ })
  await expect(slower.first()).toContainText(/slower, [\d,.]+×/)

  // Only what differs, and the rest as a number.
  const all = await rows(page).count()
  await page.getByLabel('Only what differs').check()
  await expect(page.getByText(/^\d+ steps? alike$/).first()).toBeVisible()
  expect(await rows(page).count()).toBeLessThan(all)
  await page.getByLabel('Only what differs').uncheck()

  // One cursor for both, and from there into the replay of either.
  await page.locator('h1').click()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(page).toHaveURL(/row=1$/)
  await expect(page.locator('.compare-row.is-current')).toHaveCount(1)
  await slower.first().locator('.compare-mark').click()
  const link = page.getByRole('link', { name: /^Open step \d+ in B/ })
  const number = /\d+/.exec((await link.textContent()) ?? '')?.[0]
  await link.click()
  await expect(page).toHaveURL(new RegExp(`/trace/${b}\\?step=${number}`))
  await expect(
    page.locator('.replay-story [aria-current="step"]'),
  ).toContainText(number ?? 'no number')
})

test(
  'a stranger compares what was shared, and nothing else',
  { tag: '@any-screen' },
  async ({ page, browser, baseURL }) => {
    const { a, b, address } = await twoTraces(page)
    const share = async (traceId: string) => {
      const reply = await page.request.post(`/api/traces/${traceId}/share`, {
        headers: { origin: baseURL ?? '' },
      })
      const { id }: { id: string } = await reply.json()
      return id
    }
    const [sharedA, sharedB] = [await share(a), await share(b)]
    const other = await browser.newContext({ baseURL })
    const stranger = await other.newPage()
    expect((await stranger.goto(address))?.status()).toBe(404)
    await expect(
      stranger.getByRole('heading', { name: 'One of the two is not here' }),
    ).toBeVisible()
    const half = await stranger.goto(`/compare?a=${sharedA}&b=${b}`)
    expect(half?.status()).toBe(404)
    const both = await stranger.goto(`/compare?a=${sharedA}&b=${sharedB}`)
    expect(both?.status()).toBe(200)
    await expect(stranger.locator('.compare-row').first()).toBeVisible()
    await expect(
      stranger.locator('.compare-row a[href^="/shared/"]').first(),
    ).toBeVisible()
    // The owner may mix the two kinds.
    expect((await page.goto(`/compare?a=${sharedA}&b=${b}`))?.status()).toBe(
      200,
    )
    await other.close()
  },
)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test(
    'every row is a sentence, and leads to a page',
    { tag: '@any-screen' },
    async ({ page }) => {
      const { address } = await twoTraces(page)
      await page.goto(address)
      const text = await rows(page).allTextContents()
      expect(text.length).toBeGreaterThan(20)
      for (const row of text)
        expect(row).toMatch(/ (in|has) [AB]\b|missing in B/)
      await rows(page).nth(3).locator('.compare-mark').click()
      await expect(page).toHaveURL(/row=4$/)
      await expect(page.locator('.compare-row.is-current')).toContainText(
        'Begins at',
      )
    },
  )
})

test(
  'a replay leads to the comparison, and so does its address',
  { tag: '@any-screen' },
  async ({ page }) => {
    const { a, b } = await twoTraces(page)
    await page.goto(`/trace/${b}`)
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('link', { name: 'Name the other trace' })
      .click()
    await page.getByLabel(/^A,/).fill(a)
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page).toHaveURL(new RegExp(`a=${a}&b=${b}`))
    await expect(rows(page).first()).toBeVisible()
  },
)

for (const colorScheme of ['light', 'dark'] as const)
  test(`the comparison has no accessibility violation, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    const { address } = await twoTraces(page)
    for (const path of [`${address}&row=2`, '/compare', `${address}1`]) {
      await page.goto(path)
      await expect(page.locator('h1')).toBeVisible()
      await expectAccessible(page)
    }
    await page.goto(`${address}&row=2`)
    await expectFits(page, 320)
  })
