import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  news,
  openLab,
  test,
} from '../fixtures'

const sendButton = (page: Page) =>
  page.getByRole('button', { name: 'Send these bytes' })
const status = (page: Page) => page.locator('.raw-status')
const cameBack = (page: Page) =>
  page.getByRole('region', { name: 'What came back' })
const isNarrow = (page: Page) => (page.viewportSize()?.width ?? 0) < 900

/** What the server says to each message of the list; null where it is silent. */
const answers: Record<string, [RegExp, RegExp?]> = {
  'Read a menu': [/^200/, /Miso ramen/],
  'Place an order': [/^201/, /Location: \S*\/api\/orders\/ord_/i],
  'Only the head, please': [/^200/],
  'What may I do here?': [/^204/, /Allow: GET, HEAD, POST, OPTIONS/i],
  'HTTP as in 1996': [/^200/, /Connection: close/],
  'May I send the body?': [/^201/, /HTTP\/1\.1 100 Continue/],
  'Two requests at once': [/^200/, /HTTP\/1\.1 200 OK[^]*HTTP\/1\.1 200 OK/],
  'A path that leads nowhere': [/^404/, /problems\/not-found/],
  'A method that is not taken': [/^405/, /Allow: GET, HEAD, OPTIONS/i],
  'get, in small letters': [/^405/],
  'JSON with a bracket missing': [/^400/, /problems\/malformed-json/],
  'A body of another kind': [/^415/, /problems\/unsupported-media-type/],
  'A first line without its spaces': [/^400/],
  'No Host': [/^400/, /problems\/malformed-request/],
  'A body that is too large': [/^413/, /problems\/body-too-large/],
  'A head that is too long': [/^431/],
  'A body shorter than promised': [/^No answer/],
}

test(
  'every message of the list is sent as it stands, and gets its honest answer',
  { tag: '@any-screen' },
  async ({ page }) => {
    test.skip(isNarrow(page), 'the bytes are the same on a phone')
    test.slow()
    await openLab(page, 'raw-request')
    const send = sendButton(page)
    const list = page.getByLabel('Start from')
    const titles = await list.locator('option').allInnerTexts()
    expect(titles.sort()).toEqual(Object.keys(answers).sort())
    for (const [title, [line, inBytes]] of Object.entries(answers)) {
      await list.selectOption(title)
      await expect(status(page)).toHaveCount(0)
      await send.click()
      await expect(status(page), title).toHaveText(line, { timeout: 15_000 })
      if (inBytes) await expect(cameBack(page), title).toContainText(inBytes)
    }
    const text = await page.locator('main').innerText()
    expect(text).not.toMatch(/eyJ[\w-]{10,}/)
  },
)

test('a message of one’s own is bet on, sent, read as numbers, and its trace opens', async ({
  page,
}) => {
  await openLab(page, 'raw-request')
  const send = sendButton(page)
  await page.getByRole('button', { name: 'Part by part' }).click()
  await page.getByLabel('Method').fill('PATCH')
  await page.getByRole('radio', { name: /400/ }).check({ force: true })
  await send.click()
  await expect(status(page)).toHaveText(/^405 Method Not Allowed/)
  const bet = page.getByRole('group', { name: /answer first/ })
  await expect(bet).toContainText('405, after')
  await expect(bet).toContainText('Not this time.')
  await expect(page.locator(news).filter({ hasText: '405' })).toBeAttached()

  await page.getByLabel('Show the bytes as numbers').check()
  await expect(
    page.getByRole('region', { name: 'What went out' }),
  ).toContainText('50 41 54 43 48 20 2f 61PATCH /a')

  // What the reader wrote is another message than the one that was answered.
  await page.getByLabel('Method').fill('GET')
  await expect(status(page)).toHaveCount(0)
  await send.click()
  await expect(status(page)).toHaveText(/^200/)
  await page.getByRole('link', { name: 'Open the trace' }).click()
  await expect(page).toHaveURL(/\/trace\/[0-9a-f]{32}/)
})

test('what goes in a circle is refused kindly, and the lab has no accessibility fault', async ({
  page,
}) => {
  await openLab(page, 'raw-request')
  const send = sendButton(page)
  const text = page.getByLabel('The request', { exact: true })
  await text.fill('POST /api/labs/raw-request HTTP/1.1\nHost: x\n\n')
  await send.click()
  await expect(page.locator('.notice')).toContainText(
    'does not knock at itself',
  )
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(text).toHaveValue(/^GET \/api\/restaurants/)
  await send.press('Enter')
  await expect(status(page)).toHaveText(/^200/)
  await expectAccessible(page)
  await expectFits(page, 320)
})
