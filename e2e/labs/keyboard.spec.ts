import { expect, openLab, test } from '../fixtures'

/** A button of each, which is switched off while it works. */
const presses = [
  ['raw-request', 'Send these bytes'],
  ['injection', 'Search, both ways'],
  ['keep-or-forget', 'Tell server A your name'],
  ['five-cabinets', 'Keep the order in SQLite'],
] as const

for (const [lab, name] of presses)
  test(
    `${lab}: who presses by keyboard is still there when the answer is`,
    { tag: '@any-screen' },
    async ({ page }) => {
      await openLab(page, lab)
      const button = page.getByRole('button', { name })
      await button.focus()
      const switched = await button.evaluateHandle(
        (element: HTMLButtonElement) => ({
          on: new Promise<void>((resolve) =>
            new MutationObserver(() => {
              if (!element.disabled) resolve()
            }).observe(element, { attributeFilter: ['disabled'] }),
          ),
        }),
      )
      await page.keyboard.press('Enter')
      await switched.evaluate(({ on }) => on)
      await expect(button).toBeFocused()
    },
  )

test('who was in the picture before its lab came is in the lab afterwards', async ({
  page,
}) => {
  await page.goto('/learn/security')
  const picture = page.locator('.lab-view:not([data-working])').last()
  const control = picture.locator('button:enabled, input:enabled').last()
  const place = page.locator('.lab-view').last()
  await control.evaluate((element: HTMLElement) => element.focus())
  await expect(place).toHaveAttribute('data-working')
  await expect(place.locator(':focus')).toHaveCount(1)
})
