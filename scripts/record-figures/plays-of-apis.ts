import { expect } from '@playwright/test'
import { answers, press, said, traceLinks, type Play } from './play'

/** The labs about services that call each other. */
export const playsOfApis = {
  weather: {
    pressed:
      'the service was down, all four protections were on, and “Let five guests look” was pressed.',
    run: async (page) => {
      await page.getByText('The weather of an hour ago, and its age').click()
      await press(page, 'Let five guests look')
      const told = await answers(page)
      return {
        outcome: [
          await said(page, '.lab-said'),
          `The first guest’s phone: ${told.join(' ')}`,
        ],
        traces: [
          {
            title: 'Five guests',
            link: traceLinks(page).first(),
            maxRows: 24,
          },
        ],
      }
    },
  },
  webhook: {
    pressed:
      '“Send it to my kitchen” was pressed for a replayed message, and then for one that was changed on its way.',
    run: async (page) => {
      await page.getByText('It says thank you, and prints nothing').click()
      await press(page, 'Send it to my kitchen')
      const told = await answers(page)
      const replayed = await said(page, '.lab-said')
      const first = await traceLinks(page).first().getAttribute('href')
      await page.getByRole('radio', { name: 'Changed:' }).check()
      await press(page, 'Send it to my kitchen')
      await expect(page.locator('.lab-back')).toContainText('401 Unauthorized')
      return {
        outcome: [replayed, ...told, await said(page, '.lab-said')],
        traces: [
          { title: 'The same bytes, twice', link: first ?? '', maxRows: 20 },
          { title: 'A changed message', link: traceLinks(page).first() },
        ],
      }
    },
  },
} satisfies Record<string, Play>
