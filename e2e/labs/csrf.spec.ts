import type { Page } from '@playwright/test'
import { expect, expectAccessible, openLab, test } from '../fixtures'

/** What the hostile page is refused is told in the console too. */
function forgive(complaints: string[]) {
  const isRefusal = (text: string) =>
    /CORS|violates|frame-ancestors|X-Frame-Options|Refused to (display|frame)|Framing|ERR_|sandbox|document\.write/i.test(
      text,
    )
  const others = complaints.filter((text) => !isRefusal(text))
  complaints.splice(0, complaints.length, ...others)
}

async function visit(page: Page, way: string, cookie: string) {
  await page.getByRole('radio', { name: `${way}:` }).check()
  await page
    .getByRole('radio', { name: cookie, exact: true })
    .check({ force: true })
  await page
    .getByRole('button', { name: /Visit the hostile page|Send it from/ })
    .click()
}

const door = (page: Page, name: string) => page.getByRole('region', { name })

test('a form of another site is obeyed where only the cookie counts, and refused by one line', async ({
  page,
  complaints,
}) => {
  await openLab(page, 'csrf')
  await page.getByText('It arrives with your cookie, and is done').click()
  await visit(page, 'A button', 'None')
  // Two presses in the hostile page, and a tab for each.
  const hostile = page.frameLocator('iframe[title="The hostile page"]')
  for (const prize of ['soup', 'bread']) {
    const opened = page.waitForEvent('popup')
    await hostile.getByRole('button', { name: `Claim the ${prize}` }).click()
    const tab = await opened
    await tab.waitForLoadState()
    const said = prize === 'soup' ? 'thief@elsewhere.example' : 'cross-site'
    await expect(tab.locator('body')).toContainText(said)
    await tab.close()
  }
  await expect(page.getByText('Right, by your own run.')).toBeVisible({
    timeout: 20_000,
  })
  const trusting = door(page, 'The trusting twin')
  await expect(trusting).toContainText('sec-fetch-site: cross-site')
  await expect(trusting).toContainText('origin: null')
  await expect(trusting).toContainText('cookie: twin=…')
  await expect(trusting).toContainText('thief@elsewhere.example')
  const guarded = door(page, 'The guarded door')
  await expect(guarded).toContainText('403')
  await expect(guarded).toContainText('cookie: twin=…')
  await expect(guarded).toContainText('mara@plateful.example')
  const back = page.locator('.lab-back')
  await expect(back.locator('.code-line.is-run')).toContainText(
    'isFromElsewhere(request)',
  )
  await expect(back).toContainText('No order has come of it')
  await expectAccessible(page, 'main')
  forgive(complaints)
})

test(
  'SameSite leaves the cookie at home, JSON is asked about, and the own page may',
  { tag: '@any-screen' },
  async ({ page, complaints, isMobile }) => {
    test.skip(isMobile, 'the screen is the same')
    await openLab(page, 'csrf')
    const tried = page.getByRole('table', { name: 'What came of each' })
    const rowOf = (name: string) => tried.getByRole('row', { name })

    await visit(page, 'A form', 'Lax')
    await expect(rowOf('A form')).toContainText('401, the cookie', {
      timeout: 15_000,
    })
    // Whether a frame gets the cookie is the browser's to say; it arrives anyhow.
    await visit(page, 'fetch, with text', 'None')
    await expect(rowOf('fetch, with text')).toContainText(/done|401/, {
      timeout: 15_000,
    })
    await expect(door(page, 'The guarded door')).toContainText(
      'sec-fetch-mode: cors',
    )
    await expect(page.locator('.csrf-said').first()).toContainText(
      'I may read no answer',
    )
    await visit(page, 'fetch, with JSON', 'None')
    await expect(rowOf('fetch, with JSON')).toContainText(
      'a question arrived',
      {
        timeout: 15_000,
      },
    )
    await visit(page, 'An image', 'None')
    await expect(rowOf('An image')).toContainText('405', { timeout: 15_000 })
    await visit(page, 'No attack', 'Strict')
    const own = rowOf('No attack')
    await expect(own.getByText('done: the address is changed')).toHaveCount(2, {
      timeout: 15_000,
    })
    forgive(complaints)
  },
)

test(
  'the hostile page has no origin: no cookie, no storage, no answer of this site',
  { tag: '@any-screen' },
  async ({ page, complaints, isMobile }) => {
    test.skip(isMobile, 'the frame is the same')
    await openLab(page, 'csrf')
    await visit(page, 'A form', 'None')
    await expect(door(page, 'The trusting twin')).toBeVisible({
      timeout: 20_000,
    })
    const hostile = page
      .frames()
      .find((frame) => frame.url().endsWith('/labs/csrf/hostile.html'))
    if (!hostile) throw new Error('The hostile page is not there')
    const found = await hostile.evaluate(async () => {
      const attempt = (look: () => unknown) => {
        try {
          return String(look())
        } catch (error) {
          return error instanceof Error ? error.name : 'refused'
        }
      }
      return {
        origin: self.origin,
        cookies: attempt(() => document.cookie),
        storage: attempt(() => localStorage.length),
        parent: attempt(() => parent.document.title),
        orders: await fetch('/api/orders', { credentials: 'include' }).then(
          () => 'answered',
          (error: Error) => error.name,
        ),
      }
    })
    expect(found).toEqual({
      origin: 'null',
      cookies: 'SecurityError',
      storage: 'SecurityError',
      parent: 'SecurityError',
      orders: 'TypeError',
    })
    forgive(complaints)
  },
)
