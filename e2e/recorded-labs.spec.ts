import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { chapters } from '../content/chapters'
import { expect, expectAccessible, test } from './fixtures'

const open = chapters.filter(({ isOpen }) => isOpen)

/** The labs of a chapter, in its order. */
function labsOf(slug: string): string[] {
  const words = readFileSync(`content/learn/${slug}.mdx`, 'utf8')
  return [...words.matchAll(/<Lab name="([\w-]+)"/g)].map(([, lab = '']) => lab)
}

/** What was recorded of a lab, as far as a reader meets it again. */
function recordingOf(lab: string): {
  version: string
  outcome: string[]
  traces: { rows: { told: string }[] }[]
} {
  return JSON.parse(readFileSync(`recordings/labs/${lab}.json`, 'utf8'))
}

/** Each figure tells the run of its lab, step by step, and what came of it. */
async function expectRuns(page: Page, slug: string) {
  const figures = page.locator('.lab-figure')
  await expect(figures).toHaveCount(labsOf(slug).length)
  for (const [at, lab] of labsOf(slug).entries()) {
    const figure = figures.nth(at).locator('.recorded')
    const { version, outcome, traces } = recordingOf(lab)
    await expect(figure.getByText('recorded', { exact: true })).toBeVisible()
    await expect(figure).toContainText(/Recorded on \d+ \w+ 20\d\d/)
    await expect(figure).toContainText(`version ${version}`)
    await expect(figure).toContainText(outcome[0] ?? '')
    const told = traces.flatMap(({ rows }) => rows.map((row) => row.told))
    const steps = figure.locator('.recorded-steps li')
    await expect(steps).toHaveCount(told.length)
    for (const [step, words] of told.entries())
      await expect(steps.nth(step)).toContainText(words)
    // What could not be pressed is not there.
    await expect(figures.nth(at).getByRole('button')).toHaveCount(0)
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const { slug } of open)
    test(`${slug}: every lab is a recorded run, told step by step`, async ({
      page,
    }) => {
      await page.goto(`/learn/${slug}`)
      await expectRuns(page, slug)
      const wide = page.viewportSize()?.width ?? 0
      for (const figure of await page.locator('.recorded').all()) {
        const box = await figure.boundingBox()
        expect(box?.width).toBeLessThanOrEqual(wide)
      }
    })

  test('so it is where a lab stands alone', async ({ page }) => {
    await page.goto('/labs/engine')
    await expect(page.locator('.recorded-steps')).not.toHaveCount(0)
    await expect(page.locator('.lab-view')).toBeHidden()
  })
})

test('a printed chapter has the runs instead of dead buttons, and the screen has them not', async ({
  page,
}) => {
  const [chapter] = open
  const slug = chapter?.slug ?? ''
  await page.goto(`/learn/${slug}`)
  await expect(page.locator('.recorded')).toHaveCount(0)
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expectRuns(page, slug)
  await expectAccessible(page, '.recorded-paper')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(page.locator('.recorded')).toHaveCount(0)
})
