import { expect } from '@playwright/test'
import { answers, press, said, traceLinks, type Play } from './play'

/** The labs about signing in. */
export const playsOfSignIns = {
  oauth: {
    pressed:
      '“Without PKCE” was chosen; then “Attack the weak twin” was pressed, and “Attack Plateful in the same way”.',
    run: async (page) => {
      await page.getByText('He is refused: the code is only half of it').click()
      await page.getByText('Without PKCE', { exact: true }).click()
      await press(page, 'Attack the weak twin')
      await expect(page.locator('.lab-said')).toContainText('twin fell')
      const fell = await said(page, '.lab-said')
      const first = await traceLinks(page).first().getAttribute('href')
      await press(page, /^Attack Plateful/)
      const told = await answers(page)
      return {
        outcome: [fell, ...told, await said(page, '.lab-said')],
        traces: [
          { title: 'The weak twin', link: first ?? '', maxRows: 24 },
          {
            title: 'Plateful',
            link: traceLinks(page).first(),
            maxRows: 24,
          },
        ],
      }
    },
  },
} satisfies Record<string, Play>
