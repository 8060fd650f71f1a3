import { readFileSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures'

const note = '</script><img src=x onerror="document.title=\'ran\'"> no onions'

/** An order with a note that would like to be a script. Gives its trace's id. */
async function placeOrder(page: Page): Promise<string> {
  const reply = await page.request.post('/api/orders', {
    data: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
      note,
    },
  })
  expect(reply.status()).toBe(201)
  return reply.headers()['traceresponse']?.split('-')[1] ?? ''
}

/** Opens the dialog on a replay, at a step that is not the first. */
async function openDialog(page: Page) {
  const traceId = await placeOrder(page)
  await page.goto(`/trace/${traceId}?step=5&view=data`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Traces travel' })
  await expect(
    dialog.getByRole('group', { name: 'What is shared' }),
  ).toBeVisible()
  return { traceId, dialog }
}

async function shareIt(page: Page) {
  const { traceId, dialog } = await openDialog(page)
  await dialog.getByRole('button', { name: 'Share this copy' }).click()
  const field = dialog.getByLabel('Address of the shared copy')
  await expect(field).toBeVisible()
  return { traceId, dialog, address: await field.inputValue() }
}

async function stranger(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({ baseURL })
  return { page: await context.newPage(), close: () => context.close() }
}

test('what is shared is shown first, and opens for a stranger at the same step', async ({
  page,
  browser,
  baseURL,
}) => {
  const { traceId, dialog } = await openDialog(page)
  const told = dialog.getByRole('group', { name: 'What is shared' })
  await expect(told).toContainText('no onions')
  await expect(told).toContainText('order_lines')
  await expect(told).toContainText('sbx_shared')
  await told.getByText(/word for word/).click()
  const words = told.getByRole('group', { name: /word for word/ })
  await expect(words).toContainText('"order_lines"')
  await expect(words).not.toContainText(/sbx_[0-9a-f]{32}/)

  await dialog.getByRole('button', { name: 'Share this copy' }).click()
  const field = dialog.getByLabel('Address of the shared copy')
  const address = await field.inputValue()
  expect(address).toMatch(/\/shared\/shr_[0-9a-f]{32}\?step=5&view=data$/)

  const other = await stranger(browser, baseURL)
  expect((await other.page.goto(`/trace/${traceId}`))?.status()).toBe(404)
  const reply = await other.page.goto(address)
  expect(reply?.status()).toBe(200)
  expect(reply?.headers()['x-robots-tag']).toContain('noindex')
  expect(reply?.headers()['content-security-policy']).toMatch(/'nonce-[^']+'/)
  await expect(
    other.page.locator('meta[name="robots"][content*="noindex"]'),
  ).toHaveCount(1)
  await expect(
    other.page.locator('.replay-story [aria-current="step"]'),
  ).toContainText('5')
  await expect(
    other.page.getByRole('tab', { name: 'Data', exact: true }),
  ).toHaveAttribute('aria-selected', 'true')
  await expect(other.page.getByText(/^Shared on/)).toBeVisible()
  // The code that ran is there as well.
  await other.page.getByRole('tab', { name: 'Code', exact: true }).click()
  await expect(
    other.page.locator('.replay-inspector .code-line').first(),
  ).toBeVisible()
  expect(await other.page.title()).not.toBe('ran')
  expect(await other.page.context().cookies()).toEqual([])
  await other.close()
})

test(
  'a share outlives the sandbox, and ends when it is taken back',
  { tag: '@any-screen' },
  async ({ page, browser, baseURL }) => {
    const { traceId, dialog, address } = await shareIt(page)
    await page.request.delete('/api/sandboxes/current')
    expect((await page.request.get(`/api/traces/${traceId}`)).status()).toBe(
      404,
    )
    const other = await stranger(browser, baseURL)
    expect((await other.page.goto(address))?.status()).toBe(200)

    await dialog.getByRole('button', { name: 'Take back' }).click()
    await expect(
      dialog.getByRole('button', { name: 'Share this copy' }),
    ).toBeVisible()
    expect((await other.page.goto(address))?.status()).toBe(404)
    await expect(
      other.page.getByRole('heading', { name: 'Nothing is shared here' }),
    ).toBeVisible()
    await other.close()
  },
)

test(
  'a shared trace can be read without scripts',
  { tag: '@any-screen' },
  async ({ page, browser, baseURL }) => {
    const { address } = await shareIt(page)
    const context = await browser.newContext({
      baseURL,
      javaScriptEnabled: false,
    })
    const other = await context.newPage()
    await other.goto(address)
    const flat = other.getByRole('region', { name: /^Step 5, laid flat/ })
    await expect(flat).toBeVisible()
    await context.close()
  },
)

test(
  'the keyboard opens the dialog and leaves it where it came from',
  { tag: '@any-screen' },
  async ({ page }) => {
    const { dialog } = await openDialog(page)
    const step = page.locator('.replay-story [aria-current="step"]')
    const before = await step.textContent()
    // The replay's own keys rest meanwhile.
    await page.keyboard.press('j')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect(await step.textContent()).toBe(before)
    await expect(
      page.getByRole('button', { name: 'Share', exact: true }),
    ).toBeFocused()
  },
)

for (const colorScheme of ['light', 'dark'] as const)
  test(`the dialog has no accessibility violation, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await shareIt(page)
    await expectAccessible(page, '.travel')
  })

test(
  'a trace taken home replays from its file, with no network and no request',
  { tag: '@any-screen' },
  async ({ page, browser }, { outputDir }) => {
    const { dialog } = await openDialog(page)
    const saved = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'HTML, replays offline' }).click()
    const file = `${outputDir}/trace.html`
    await (await saved).saveAs(file)
    expect(statSync(file).size).toBeLessThan(300_000)
    expect(readFileSync(file, 'utf8')).not.toMatch(/sbx_[0-9a-f]{32}/)

    const context = await browser.newContext({ offline: true })
    const home = await context.newPage()
    const requests: string[] = []
    const complaints: string[] = []
    home.on('request', (request) => requests.push(request.url()))
    home.on('pageerror', (error) => complaints.push(error.message))
    home.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    await home.goto(pathToFileURL(file).href)
    const current = home.locator('.replay-story [aria-current="step"]')
    // It opens where it was taken, with the note as the text that it is.
    await expect(current).toContainText('5')
    await expect(
      home.getByRole('tab', { name: 'Data', exact: true }),
    ).toHaveAttribute('aria-selected', 'true')
    await expect(home.getByText(/^Taken home on/)).toBeVisible()

    await home.getByRole('button', { name: 'Step on' }).click()
    await expect(current).toContainText('6')
    const inspector = home.getByRole('complementary', { name: 'Inspector' })
    await home
      .locator('.replay-story')
      .getByRole('link', { name: 'Write the order down' })
      .click()
    await expect(inspector.getByRole('tabpanel')).toContainText('no onions')
    for (const [view, text] of [
      ['Code', 'server/orders/place-order.ts'],
      ['Wire', 'POST /api/orders'],
      ['Why', 'Databases'],
    ] as const) {
      await home.getByRole('tab', { name: view, exact: true }).click()
      await expect(inspector.getByRole('tabpanel')).toContainText(text)
    }
    await home.getByRole('button', { name: 'Play' }).click()
    await home.getByRole('button', { name: 'Pause' }).click()
    expect(await home.title()).toMatch(/^Place order, trace [0-9a-f]{8}$/)
    const { violations } = await new AxeBuilder({ page: home })
      .setLegacyMode()
      .analyze()
    expect(violations.map(({ id }) => id)).toEqual([])

    // The file itself, and data that is in it.
    const asked = requests.filter((url) => !url.startsWith('data:'))
    expect(asked).toEqual([pathToFileURL(file).href])
    expect(complaints).toEqual([])
    await context.close()
  },
)
