import { expect, type Page } from '@playwright/test'
import { boardFault } from '@/contracts/fault-board'
import { allSaid, everyPlace, press, said, traceLinks, type Play } from './play'

const lost = boardFault('response-lost')
const moves = ['accepted', 'cooking', 'ready', 'collected', 'delivered']

/** The labs of the chapter the-order. */
export const playsOfOrders = {
  'place-order': {
    pressed: '“Place order” was pressed.',
    run: async (page) => {
      await press(page, /^Place order/)
      const answer = page.getByText(/^The answer took/)
      await expect(answer).toBeVisible()
      const [sentence = ''] = (await answer.innerText()).split('The dark side')
      await press(page, 'Skip to the end')
      return {
        outcome: [`${await said(page, '.confirmed h2')}. ${sentence.trim()}`],
        traces: [
          {
            title: 'From the press to the ticket in the kitchen',
            link: traceLinks(page).first(),
            maxRows: 24,
            places: everyPlace,
          },
        ],
      }
    },
  },
  'break-it': {
    pressed: `“${lost.title}” was thrown and an order placed, with its protection and without.`,
    run: async (page) => {
      const card = page
        .getByRole('listitem')
        .filter({ has: page.getByText(lost.title, { exact: true }) })
      const runs = card.locator('.lever-runs > div')
      for (const isProtected of [true, false]) {
        if (!isProtected)
          await card.getByRole('switch', { name: lost.protection }).click()
        await card.getByRole('switch', { name: lost.title }).click()
        await press(page, /^Place order/)
        await expect(runs).toHaveCount(isProtected ? 1 : 2, {
          timeout: 30_000,
        })
      }
      const told = await allSaid(card, '.lever-runs > div')
      return {
        outcome: told.map((text) =>
          text
            .replace(/ ?Open its trace/, '')
            .replace(
              /^with(out)? it/,
              (term) => `${lost.protection}, ${term}:`,
            ),
        ),
        traces: ['With its protection', 'Without it'].map((title, at) => ({
          title,
          link: traceLinks(card).nth(at),
          maxRows: 14,
          places: everyPlace,
        })),
      }
    },
  },
  track: {
    pressed: '“Order a miso ramen”, and the kitchen pressed “Accept”.',
    run: async (page) => {
      await press(page, 'Order a miso ramen')
      const kitchen = page.getByRole('region', { name: 'Kitchen' })
      await press(kitchen, /^Accept/)
      const row = page.getByRole('row').filter({ hasText: 'order.accepted' })
      await expect(row.first()).toBeVisible()
      await expect(page.getByText('Median delay none')).toHaveCount(0)
      const facts = await allSaid(page, '.track-facts > p')
      return {
        outcome: [`${facts.join('. ')}.`],
        traces: [
          { title: 'The order', link: linkTo(page, 'Placed'), maxRows: 11 },
          { title: 'The kitchen', link: linkTo(page, 'Accepted'), maxRows: 11 },
        ],
      }
    },
  },
  'polling-or-push': {
    hasOneAxis: true,
    takes: 1,
    pressed:
      '“Place order”; then the order was moved on to its end, and “Stop” was pressed.',
    beside:
      'The stream of server-sent events is one answer that does not end, and keeps no trace of its own.',
    run: async (page) => {
      await press(page, /^Place /)
      for (const status of moves) {
        const button = page.getByRole('button', {
          name: `Move it on: ${status}`,
        })
        const row = page.getByRole('row', { name: `order.${status}` })
        await expect(button.or(row).first()).toBeVisible({ timeout: 30_000 })
        // Nobody presses as fast as a script, and what is polled is waiting.
        await page.waitForTimeout(3_300)
        await button.click({ timeout: 2_000 }).catch(() => undefined)
        await expect(row).toBeVisible({ timeout: 60_000 })
      }
      await expect(page.locator('.push-outcome')).toHaveCount(2, {
        timeout: 60_000,
      })
      await press(page, 'Stop')
      const links = page.getByRole('link', { name: /their trace/ })
      return {
        outcome: await allSaid(page, '.push-outcome'),
        traces: ['Polling', 'Long polling'].map((title, at) => ({
          title,
          link: links.nth(at),
          maxRows: 12,
        })),
      }
    },
  },
} satisfies Record<string, Play>

function linkTo(page: Page, status: string) {
  return page.getByRole('link', { name: `trace of ${status}` }).first()
}
