import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  openLab,
  test,
} from '../fixtures'

async function choose(page: Page, title: string) {
  const button = page.getByRole('button', { name: new RegExp(`^${title}`) })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
}

test(
  'the order is kept in SQLite on the server, and the rows it becomes answer the bet',
  { tag: '@any-screen' },
  async ({ page }) => {
    await openLab(page, 'five-cabinets')
    await choose(page, 'MySQL')
    await choose(page, 'SQLite')
    await page.getByText('3 rows', { exact: true }).click()
    await page.getByRole('button', { name: 'Keep the order in SQLite' }).click()
    await expect(page.getByText('Right, by your own run.')).toBeVisible()
    await expect(page.getByText('guest: Ada, status: placed')).toBeVisible()
    await expect(
      page.getByRole('link', { name: 'Open the trace' }),
    ).toBeVisible()
    await expectAccessible(page, '.lab-view')
  },
)

test('PostgreSQL runs in the tab: rows, a kind refusal, news that nobody asked for', async ({
  page,
}) => {
  test.slow()
  await openLab(page, 'five-cabinets')
  await choose(page, 'PostgreSQL')
  await page
    .getByRole('button', { name: 'Load PostgreSQL into this tab' })
    .click()
  const run = page.getByRole('button', { name: 'Run', exact: true })
  await expect(run).toBeEnabled({ timeout: 90_000 })
  const editor = page.getByRole('textbox', { name: 'SQL for PostgreSQL' })
  await expect(editor).toContainText('CREATE TABLE kept_orders')
  const ask = async (title: string) => {
    await page.getByRole('button', { name: title }).click()
    await run.click()
    await expect(run).toBeEnabled({ timeout: 20_000 })
  }
  await ask('Make the tables')
  await ask('Keep the order')
  await ask('Find it again')
  await expect(page.getByRole('cell', { name: 'Ada' })).toBeVisible()
  await ask('Misspell a column')
  await expect(
    page.getByText('column "gest" does not exist').first(),
  ).toBeVisible()
  await expect(page.getByText(/Perhaps you meant/)).toBeVisible()
  await ask('Change it, and tell')
  await expect(page.locator('.cab-answer')).toContainText('ord_1 is accepted')
  await expectAccessible(page, '.lab-view')
})

test('the other three are recordings, and say of what and when', async ({
  page,
}) => {
  await openLab(page, 'five-cabinets')
  for (const [title, product] of [
    ['MySQL', 'MariaDB 10.'],
    ['MongoDB', 'NeDB 4.'],
    ['Firebase', 'Firestore SDK for JavaScript 13.'],
  ] as const) {
    await choose(page, title)
    const facts = page.locator('.cab-facts')
    await expect(facts).toContainText(/recorded/i)
    await expect(facts).toContainText(product)
    await expect(facts).toContainText(/20\d\d-\d\d-\d\d/)
  }
  await expect(page.getByText('not run here')).toBeVisible()
  await expectFits(page, page.viewportSize()?.width ?? 0)
})
