import { expect, test } from './fixtures'

test('the contents of the book lead to where the reader stopped', async ({
  page,
}) => {
  await page.goto('/learn')
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'Begin' })).toHaveAttribute(
    'href',
    '/learn/what-a-backend-is',
  )
  await main.getByRole('link', { name: 'A fence in the page' }).click()
  await expect(page).toHaveURL('/learn/what-a-backend-is#a-fence-in-the-page')
  await page
    .locator('#two-sides-of-one-pass')
    .evaluate((heading) => heading.scrollIntoView())
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('progress')))
    .toContain('a-fence-in-the-page')

  await page.goto('/learn')
  await main.getByRole('link', { name: 'Go on reading' }).click()
  await expect(page).toHaveURL(/#two-sides-of-one-pass$/)
})
