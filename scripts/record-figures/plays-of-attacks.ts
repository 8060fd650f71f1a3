import { expect } from '@playwright/test'
import {
  allSaid,
  answers,
  hrefOf,
  press,
  said,
  traceLinks,
  type Play,
} from './play'

/** The labs about who may do what, and about the usual attacks. */
export const playsOfAttacks = {
  'who-may': {
    pressed:
      '“Send every request” was pressed, and two of the 35 cells were opened.',
    run: async (page) => {
      await page.getByText('The cook places an order').click()
      await page.getByText('The courier accepts it for the kitchen').click()
      await page.getByText('404: there is no such order').click()
      await press(page, 'Send every request')
      await page.getByText('35 of 35').first().waitFor({ timeout: 60_000 })
      const told = await answers(page)
      const sentence = await said(page, '.lab-said')
      const rows = await allSaid(page, '.may-table tbody tr')
      await press(page, /^Cook: Place an order/)
      await expect(page.locator('.lab-back')).toContainText('not-your-part')
      const cook = await hrefOf(traceLinks(page).first())
      await press(page, /^Courier: Take its delivery/)
      await expect(page.locator('.lab-back')).toContainText('own part')
      return {
        outcome: [
          sentence,
          ...told,
          'You, guest, cook, courier and stranger were answered: ' +
            `${rows.map(rowWords).join('; ')}.`,
        ],
        traces: [
          { title: 'The cook places an order', link: cook },
          {
            title: 'The courier takes a delivery',
            link: traceLinks(page).first(),
          },
        ],
      }
    },
  },
  xss: {
    pressed: '“Publish the review” was pressed, for a review with a script.',
    beside:
      'The three pages were shown by a browser: what a script does there no server sees.',
    run: async (page) => {
      await page.getByText('In one that was joined out of strings').click()
      await press(page, 'Publish the review')
      const told = await answers(page)
      return {
        outcome: [await said(page, '.lab-said'), ...told],
        traces: [{ title: 'A review is kept', link: traceLinks(page).first() }],
      }
    },
  },
  csrf: {
    pressed:
      'the hostile page was visited with a cookie that says SameSite=None, and soup and bread were claimed in it.',
    run: async (page) => {
      await page.getByText('It arrives with your cookie, and is done').click()
      await page.getByRole('radio', { name: 'A button:' }).check()
      await press(page, 'Visit the hostile page')
      const hostile = page.frameLocator('iframe[title="The hostile page"]')
      for (const prize of ['soup', 'bread']) {
        const opened = page.waitForEvent('popup')
        await press(hostile.locator('body'), `Claim the ${prize}`)
        const tab = await opened
        await tab.waitForLoadState()
        await tab.close()
      }
      const told = await answers(page)
      return {
        outcome: [await said(page, '.lab-said'), ...told],
        traces: [
          { title: 'At the guarded door', link: traceLinks(page).first() },
        ],
      }
    },
  },
  encrypt: {
    pressed:
      '“Send it, open and sealed” was pressed, and one byte of what came back.',
    beside:
      'The note was sealed and opened in a browser: no request has the key in it.',
    run: async (page) => {
      await page.getByText('Nothing: it does not open').click()
      await press(page, 'Send it, open and sealed')
      await press(page, 'Byte 3')
      const told = await answers(page)
      const seen = await allSaid(page, '.seal-seen .lab-note')
      return {
        outcome: [await said(page, '.lab-said'), ...told, ...seen],
        traces: [
          { title: 'A sealed note is kept', link: traceLinks(page).first() },
        ],
      }
    },
  },
} satisfies Record<string, Play>

/** `Place an order POST /orders 201 201 403 403 201`, and no more of it. */
function rowWords(row: string): string {
  const [, title = row, statuses = ''] =
    /^(.*?) (?:GET|POST|PATCH) \S+ ([\d ]+)$/.exec(row) ?? []
  return `${title} ${statuses.split(' ').join(', ')}`
}
