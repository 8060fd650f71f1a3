import type { Page } from '@playwright/test'
import {
  bringNear,
  collectScripts,
  keepLabsFar,
  labsKeptFar,
  ownScriptMost,
  weighOwnScripts,
} from '../bench/own-script'
import { chapters } from '../content/chapters'
import { expect, expectAccessible, expectFits, test } from './fixtures'
import { watchShifts } from './watch-shifts'

const open = chapters.filter(({ isOpen }) => isOpen)
const order = '/learn/the-order'

/** Down the whole page, so that every lab on it has come near. */
async function readThrough(page: Page) {
  const height = await page.evaluate(() => document.body.scrollHeight)
  for (let y = 0; y < height; y += 500) {
    await page.evaluate((top) => scrollTo(0, top), y)
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => done(null))),
    )
  }
  const labs = page.locator('.lab-view')
  await expect(labs).not.toHaveCount(0)
  // One that was passed before the page could do anything comes on return.
  for (const lab of await labs.all()) {
    await lab.evaluate((picture) => picture.scrollIntoView())
    await expect(lab).toHaveAttribute('data-working')
  }
  await expect(labs.and(page.locator(':not([data-working])'))).toHaveCount(0)
}

for (const { slug, title } of open)
  test(`${slug}: every lab comes as it is reached, nothing moves, and axe finds nothing`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    const shifts = await watchShifts(page)
    await page.goto(`/learn/${slug}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await readThrough(page)
    expect(await shifts.take()).toEqual([])
    await expectFits(page, page.viewportSize()?.width ?? 0)
    await expectAccessible(page)
    for (const width of [320, 900, 1100]) await expectFits(page, width)
  })

for (const { slug } of open)
  test(`${slug}: no code of a lab comes before the lab is near, and what else is our own is at most 15 kB`, async ({
    page,
  }, { project }) => {
    test.skip(project.name === 'mobile', 'the scripts are the same on a phone')
    const scripts = collectScripts(page)
    await keepLabsFar(page)
    await page.goto(`/learn/${slug}`)
    const labs = page.locator('.lab-view')
    const count = await labs.count()
    expect(count).toBeGreaterThan(1)
    await expect.poll(() => labsKeptFar(page)).toBe(count)
    expect(await weighOwnScripts(scripts)).toBeLessThanOrEqual(ownScriptMost)

    for (let at = 0; at < count; at++) {
      const before = scripts.size
      await expect(labs.nth(at)).not.toHaveAttribute('data-working')
      await bringNear(page, at)
      await expect(labs.nth(at)).toHaveAttribute('data-working')
      expect(scripts.size, `lab ${at + 1}`).toBeGreaterThan(before)
    }
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a chapter can be read whole, and its terms lead to the glossary', async ({
    page,
  }) => {
    await page.goto(order)
    await expect(page.getByText('A time-out does not mean')).toBeVisible()
    await expect(page.locator('.lab-figure')).not.toHaveCount(0)
    await page.locator('.term', { hasText: 'outbox' }).click()
    await expect(page).toHaveURL('/glossary#outbox')
    await expect(page.locator('#outbox')).toBeVisible()
  })
})

test('a term says what it means, to a pointer and to the keyboard', async ({
  page,
}) => {
  await page.goto(order)
  const term = page.locator('.term', { hasText: 'outbox' })
  const note = page.locator('.chapter-text .term-note')
  await expect(async () => {
    await term.click()
    await expect(note).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(note).toContainText('messages that still have to be sent')
  expect(page.url()).not.toContain('glossary')
  await page.keyboard.press('Escape')
  await expect(note).toHaveCount(0)

  await page.locator('.term', { hasText: 'webhook' }).focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(note).toContainText('one server sends to another')

  // Its links come after those of the paragraph; Escape leads back to a term.
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(note.getByRole('link').last()).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(note).toHaveCount(0)
  await expect(page.locator('.term:focus')).toBeVisible()

  // Whoever goes on to a lab finds nothing lying over it.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(note).toBeVisible()
  await page.getByRole('link', { name: 'Open alone' }).last().focus()
  await expect(note).toHaveCount(0)
})

test('questions are answered, and what was read and answered is still there later', async ({
  page,
}) => {
  await page.goto(order)
  const check = page.locator('.check')
  await check.scrollIntoViewIfNeeded()
  await expect(async () => {
    await check.getByText('There is no order', { exact: true }).click()
    await expect(check.getByText('Not quite.')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(check.getByText('0 of 4 right, 3 to go')).toBeVisible()

  await check.getByLabel(/How many requests/).fill('2400')
  await check.getByRole('button', { name: 'Check' }).click()
  await expect(check.getByText('1 of 4 right, 2 to go')).toBeVisible()

  await check.getByRole('button', { name: /^Line 2/ }).click()
  await expect(check.getByText('2 of 4 right, 1 to go')).toBeVisible()

  const steps = check.locator('.check-steps li')
  const goal = [/price/, /commits/, /confirmed/, /called/, /printed/]
  for (const [at, text] of goal.entries())
    for (;;) {
      const texts = await steps.allTextContents()
      if (texts.findIndex((one) => text.test(one)) <= at) break
      await steps
        .filter({ hasText: text })
        .getByLabel(/^Move up/)
        .click()
    }
  await check.getByRole('button', { name: 'This is the order' }).click()
  await expect(check.getByText('3 of 4 right')).toBeVisible()

  await page.reload()
  await page.locator('.check').scrollIntoViewIfNeeded()
  await expect(page.getByText('3 of 4 right')).toBeVisible()
  const own = page.locator('.rail-own')
  if (await page.locator('.rail-fold').isVisible())
    await page.locator('.rail-fold summary').click()
  await own.locator('summary').click()
  const saved = page.waitForEvent('download')
  await own.getByRole('button', { name: 'Save as a file' }).click()
  expect((await saved).suggestedFilename()).toBe('back-of-house-progress.json')
  await own.getByRole('button', { name: 'Forget it' }).click()
  await expect(
    page.getByText('4 questions. Nobody counts but you.'),
  ).toBeVisible()
})
