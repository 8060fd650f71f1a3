import {
  expect,
  expectAccessible,
  expectFits,
  openLab,
  test,
} from '../fixtures'

test(
  'a shared limit serves whoever asks most, a limit for each serves both, and a fixed window has a border',
  { tag: '@any-screen' },
  async ({ page }) => {
    test.slow()
    await openLab(page, 'rate-limit')
    await page
      .getByRole('radio', { name: 'A third of them at most' })
      .check({ force: true })
    const press = page.getByRole('button', { name: 'Send the flood' })
    const tried = page.getByRole('table', { name: 'What you have tried' })
    const flood = async (runs: number) => {
      await press.click()
      await expect(tried.getByRole('row')).toHaveCount(runs + 1)
      await expect(press).toBeVisible({ timeout: 25_000 })
    }
    await flood(1)
    await expect(page.getByText('Right, by your own run.')).toBeVisible()

    // The first that was refused is looked at, and can be opened.
    const slider = page.getByRole('slider', { name: /^Request \d+ of/ })
    await expect(slider).toHaveAttribute('aria-valuetext', /429/)
    await expect(page.locator('.rate-wire')).toContainText('Retry-After: 1')
    await slider.focus()
    await slider.press('Home')
    await expect(page.locator('.rate-wire')).toContainText('200 OK')
    await expectAccessible(page, 'main')

    await page.getByRole('radio', { name: 'each guest' }).check({ force: true })
    await flood(2)
    const newest = tried.getByRole('row').nth(1)
    await expect(newest).toContainText('8 of 8')

    await page.getByRole('radio', { name: 'fixed window:' }).check()
    await page.getByRole('radio', { name: 'swarms:' }).check()
    await flood(3)
    const most = newest.getByRole('cell').last()
    expect(Number(await most.innerText())).toBeGreaterThan(11)

    await expectFits(page, 390)
    await page.locator('.rate-one-words a').click()
    await page.waitForURL('**/trace/*')
  },
)
