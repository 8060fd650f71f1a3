import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  openLab,
  test,
} from '../fixtures'

const outcome = (page: Page, name: string) => page.getByRole('region', { name })
const joined = (page: Page) => outcome(page, 'Joined into the statement')
const apart = (page: Page) => outcome(page, 'As a parameter')

async function be(page: Page, title: string) {
  const preset = page.getByRole('button', { name: title })
  await preset.click()
  await expect(preset).toHaveAttribute('aria-pressed', 'true')
}

async function searchAs(page: Page, title: string) {
  await be(page, title)
  await page.getByRole('button', { name: 'Search, both ways' }).click()
  await expect(apart(page).locator('.caged-said')).toBeVisible({
    timeout: 30_000,
  })
}

test('a guest finds noodles in both ways, and an attack reads the guests’ table in one; the bet is answered by the run', async ({
  page,
}) => {
  await openLab(page, 'injection')
  await searchAs(page, 'A hungry guest')
  for (const way of [joined(page), apart(page)])
    await expect(way).toContainText('2 dishes, as meant.')

  await be(page, 'A second question')
  await page.getByText('Hand over rows that nobody searched for').click()
  await searchAs(page, 'A second question')
  await expect(joined(page)).toContainText('4 Quay Street')
  await expect(joined(page).locator('mark.is-code').first()).toContainText(
    'UNION SELECT name, address FROM guests',
  )
  await expect(apart(page)).toContainText('No dish is called that.')
  await expect(page.getByText('Right, by your own run.')).toBeVisible()
  await expectAccessible(page, '.lab-view')
  await expectFits(page, page.viewportSize()?.width ?? 0)
})

test('a table is dropped in the cage of one way only, and a count without end is ended', async ({
  page,
}) => {
  await openLab(page, 'injection')
  await searchAs(page, 'A second statement')
  await expect(joined(page)).toContainText('gone, with 3 rows')
  await expect(apart(page)).toContainText('guests 3 rows')
  await expect(
    page.getByRole('link', { name: 'Open the trace' }).first(),
  ).toBeVisible()

  await searchAs(page, 'A count without end')
  await expect(joined(page)).toContainText('Ended after 500 ms')
  await page.getByRole('button', { name: 'Start over' }).click()
  // Said on the screen, and to those who listen.
  await expect(
    page.getByText('Nothing has been searched for yet.').first(),
  ).toBeVisible()
})
