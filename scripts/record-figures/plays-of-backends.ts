import type { FrameLocator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { answers, press, said, traceLinks, type Play } from './play'

/** The labs of the chapter what-a-backend-is. */
export const playsOfBackends = {
  'trust-the-browser': {
    pressed:
      'the price in the page was changed to one cent, and “Place order” was pressed.',
    run: async (page) => {
      await page.getByText('What its own menu says').click()
      await press(page, 'Make it one cent')
      await press(page, 'Place order')
      const told = await answers(page)
      return {
        outcome: [
          await said(page, '.trust-sentence'),
          `A portion at the real checkout: ${told.join(' ')}`,
        ],
        traces: [
          { title: 'The naive checkout', link: traceLinks(page).first() },
          { title: 'The real checkout', link: traceLinks(page).last() },
        ],
      }
    },
  },
  engine: {
    pressed:
      '“Log in”, “Post a comment” and “Buy” were pressed, in this order.',
    run: async (page) => {
      for (const text of ['See who is asking', 'Check what was sent'])
        await page.getByText(text).click()
      const pedals = ['Log in', 'Post a comment', 'Buy']
      for (const name of pedals) {
        await press(page, name)
        const part = page.getByRole('region', { name })
        await expect(part).toContainText('201')
      }
      const told = await answers(page)
      return {
        outcome: [await said(page, '.lab-bar span'), ...told],
        traces: pedals.map((name) => ({
          title: name,
          link: page.getByRole('link', { name: `Trace of ${name}` }),
          maxRows: 9,
        })),
      }
    },
  },
  'two-windows': {
    pressed:
      '“+1 in all three” twice in window A; then window A was reloaded, window B asked the server, and another browser was opened.',
    beside:
      'The counts in the page’s memory and in the browser’s storage never leave the browser, so no trace tells of them. What is drawn is the server’s part.',
    run: async (page) => {
      const [a, b] = [windowOf(page, 'A'), windowOf(page, 'B')]
      await expect(a.getByRole('definition')).toHaveText(['0', '0', '0'])
      for (const text of [
        'The one in the browser’s storage',
        'The one on the server',
      ])
        await page.getByText(text).click()
      for (const count of ['1', '2']) {
        await a.getByRole('button', { name: '+1 in all three' }).click()
        await expect(a.getByRole('definition').last()).toHaveText(count)
      }
      await b.getByRole('button', { name: 'Ask the server' }).click()
      await expect(b.getByRole('definition').last()).toHaveText('2')
      await press(page, 'Reload window A')
      const told = await answers(page)
      await press(page, 'Open another browser')
      const other = windowOf(page, 'C').getByRole('definition')
      await expect(other).toHaveText(['0', '0', '0'])
      await expect(
        page.getByText('The other browser begins').first(),
      ).toBeAttached()
      return {
        outcome: [
          `Window A, before its reload and after: ${told.join(' ')}`,
          await said(page, '.lab-bar span'),
        ],
        traces: [
          {
            title: 'The second press, on the server',
            link: traceLinks(page).first(),
          },
        ],
      }
    },
  },
} satisfies Record<string, Play>

function windowOf(page: Page, name: string): FrameLocator {
  return page.frameLocator(`iframe[title="Window ${name}"]`)
}
