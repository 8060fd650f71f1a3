import { expect } from '@playwright/test'
import { answers, press, said, traceLinks, type Play } from './play'

/** The labs about what is shown at the door. */
export const playsOfTokens = {
  jwt: {
    pressed:
      'a token was made, its header was changed to “alg: none” and its signature left off, and it was sent to the doors; then the same was done to a PASETO.',
    beside:
      'That a token can be read without a key the browser shows by itself, so no trace tells of it.',
    run: async (page) => {
      await page.getByText('401: it does not ask the header').click()
      await press(page, 'Make me a token')
      await page.getByRole('radio', { name: 'alg: none' }).check()
      const header = page.getByRole('textbox', { name: '1. Header' })
      await expect(header).toHaveValue(/none/)
      await press(page, 'Send it to the doors')
      const told = await answers(page)
      const refusal = await said(page, '.lab-said')
      const line = await said(page, '.code-line.is-run')
      const first = await traceLinks(page).first().getAttribute('href')
      await page.locator('.jwt-head').getByText('PASETO').click()
      await expect(
        page.getByRole('textbox', { name: '1. Version and kind' }),
      ).toHaveValue('v4.none.')
      await press(page, 'Send it to the doors')
      await expect(page.locator('.lab-back')).toContainText('Refused: 401')
      return {
        outcome: [
          ...told,
          refusal,
          `The line that refused it: ${line}`,
          `The PASETO: ${await said(page, '.lab-said')}`,
        ],
        traces: [
          { title: 'A JWT without a signature', link: first ?? '' },
          {
            title: 'A PASETO of a made-up kind',
            link: traceLinks(page).first(),
          },
        ],
      }
    },
  },
  'session-or-token': {
    pressed:
      '“Log in on both devices” for 15 seconds, then “Log out everywhere”, and then the tickets were shown until nobody was let in.',
    takes: 1,
    run: async (page) => {
      await page.getByText('15 s', { exact: true }).click()
      await page.locator('.lab-bet').getByText('JWT', { exact: true }).click()
      await press(page, 'Log in on both devices')
      await expect(page.getByText('All 6 tickets').first()).toBeAttached()
      await press(page, 'Log out everywhere')
      const told = await answers(page)
      const out = await said(page, '.lab-said')
      const refused = await traceLinks(page).first().getAttribute('href')
      await page
        .locator('.lab-back .lab-pick')
        .getByText('JWT', { exact: true })
        .click()
      const link = traceLinks(page).first()
      await expect(link).not.toHaveAttribute('href', refused ?? '')
      const token = await link.getAttribute('href')
      await press(page, 'Ask until nobody is let in')
      await expect(
        page.getByText('The JWT alone went on').first(),
      ).toBeAttached({ timeout: 30_000 })
      return {
        outcome: [...told, out, await said(page, '.lab-said')],
        traces: [
          { title: 'The session, after the log-out', link: refused ?? '' },
          { title: 'The token alone, after the log-out', link: token ?? '' },
        ],
      }
    },
  },
} satisfies Record<string, Play>
