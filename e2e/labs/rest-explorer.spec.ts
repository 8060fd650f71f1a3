import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  openLab,
  test,
  withoutAutopilot,
} from '../fixtures'

const isNarrow = (page: Page) => (page.viewportSize()?.width ?? 0) < 900
const act = (page: Page, name: string | RegExp) =>
  page.locator('.lab-front').getByRole('button', { name })
const answer = (page: Page) => page.getByRole('group', { name: 'The answer' })
const isTicked = (page: Page, says: string) =>
  expect(
    page
      .getByRole('region', { name: 'Things to try' })
      .getByRole('listitem')
      .filter({ hasText: says }),
  ).toContainText(': done')

test('the API is walked by its replies: a menu known already, an order sent twice, a change too late', async ({
  page,
}) => {
  await withoutAutopilot(page)
  await openLab(page, 'rest-explorer')
  await page.getByRole('radio', { name: 'Not one byte' }).check({ force: true })

  await act(page, '/api/restaurants GET').click()
  await answer(page)
    .getByRole('button', { name: 'lantern-noodle-house' })
    .click()
  await isTicked(page, 'by a name that a reply gave you')
  await act(page, 'which version you have').click()
  await expect(answer(page)).toContainText('304')
  await isTicked(page, 'not one byte of it')
  await expect(page.getByText('Right, by your own run.')).toBeVisible()

  // Back to the menu, by where the reader has been.
  const trail = page.getByRole('region', { name: 'Where you have been' })
  await trail
    .getByRole('button', { name: /lantern/ })
    .last()
    .click()
  await act(page, 'Order one of it').click()
  await expect(answer(page)).toContainText('201')
  await act(page, 'the very same once more').click()
  await expect(answer(page)).toContainText('idempotency-replayed: true')
  await isTicked(page, 'have one order')
  await act(page, 'another order with this key').click()
  await expect(answer(page)).toContainText('422')
  await isTicked(page, 'Use its key for another order')

  await trail.getByRole('button', { name: 'replayed' }).click()
  await answer(page)
    .getByRole('button', { name: /^\/api\/orders\/ord_/ })
    .click()
  await isTicked(page, 'go where the reply says it is')
  await act(page, 'Move this order on there').click()
  await expect(trail).toContainText('other window')
  await act(page, 'if it is still as you saw it').click()
  await expect(answer(page)).toContainText('412')
  await isTicked(page, 'behind your back')
  await expect(page.getByRole('link', { name: 'Open the trace' })).toBeVisible()
  await expectAccessible(page, 'main')
})

test('a page is turned while an order comes in, by keyboard alone', async ({
  page,
}) => {
  test.skip(isNarrow(page), 'a phone has none')
  await openLab(page, 'rest-explorer')
  const there = act(page, 'Order a miso ramen there')
  const trail = page.getByRole('region', { name: 'Where you have been' })
  for (const orders of [1, 2, 3]) {
    await there.press('Enter')
    await expect(trail.getByText('other window')).toHaveCount(orders)
  }
  await act(page, '/api/orders?limit=2 GET').press('Enter')
  await expect(answer(page)).toContainText('200')
  await there.press('Enter')
  await expect(trail.getByText('other window')).toHaveCount(4)

  const next = answer(page).getByRole('button', { name: /cursor=/ })
  await next.focus()
  await page.keyboard.press('Enter')
  await isTicked(page, 'Turn a page while an order comes in')
  const tries = page.getByRole('region', { name: 'Things to try' })
  await expect(tries).toContainText('Shown twice: none. Missed: none.')
  await expect(tries).toContainText('would have begun with ord_')
  // The pressed link is gone, and the focus is where the answer begins.
  await expect(
    page.locator('.lab-back').getByRole('heading', { name: /cursor=/ }),
  ).toBeFocused()
  await act(page, 'what may be done here').press('Enter')
  await expect(answer(page)).toContainText('allow: GET, HEAD, POST, OPTIONS')
  await isTicked(page, 'what may be done with it')

  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByText('0 of 8 things to try are done')).toBeVisible()
})
