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

/** The labs of the chapter databases, but for those about races and lists. */
export const playsOfDatabases = {
  'write-and-read': {
    pressed:
      '“Place order”, then “Read it back with a join”, and minus two bowls were tried in both tables.',
    run: async (page) => {
      await page.getByText('Five or more').click()
      await press(page, 'Place order')
      const told = await answers(page)
      const link = await hrefOf(traceLinks(page).first())
      await press(page, 'Read it back with a join')
      const join = page.getByRole('link', { name: 'Open its trace' })
      await expect(page.getByText(/inner join order_lines/)).toBeVisible()
      const outcome = [await said(page, '.lab-bar span'), ...told]
      await press(page, 'Try it in both tables')
      await expect(page.getByText(/CHECK constraint failed/)).toBeVisible()
      for (const name of ['order_lines, without a rule', 'with CHECK']) {
        const table = page.getByRole('region', { name })
        const told = await allSaid(table, '.books-told > *')
        outcome.push(`Minus two bowls, ${name}: ${told.join(', ')}.`)
      }
      return {
        outcome,
        traces: [
          { title: 'The order', link, maxRows: 16 },
          { title: 'Read back with a join', link: join },
        ],
      }
    },
  },
  index: {
    pressed: '“Measure all three sizes”, then the writes.',
    run: async (page) => {
      const bets = page.getByRole('group', { name: /index/ })
      await bets.first().getByText('About ten times').click()
      await bets.last().getByText('About the same').click()
      await press(page, 'Measure all three sizes')
      await expect(page.locator('.prediction-outcome')).toHaveCount(2, {
        timeout: 60_000,
      })
      const told = await answers(page)
      const outcome = [
        `Without the index: ${told[0] ?? ''}`,
        `With it: ${told[1] ?? ''}`,
      ]
      const link = await hrefOf(traceLinks(page).first())
      await press(page, /^Write 1,000 orders/)
      await expect(page.getByText(/times the first/)).toHaveCount(2, {
        timeout: 60_000,
      })
      const costs = []
      for (const way of await page.locator('.index-costs li').all()) {
        const [name, ...told] = await allSaid(way, 'span, b, small')
        costs.push(`${name ?? ''}: ${told.join(', ')}`)
      }
      outcome.push(`Writing 1,000 orders ${costs.join('; ')}.`)
      return {
        outcome,
        traces: [
          { title: 'Among 100,000 orders', link, maxRows: 18 },
          {
            title: 'Writing into more and more indexes',
            link: page.getByRole('link', { name: /trace of the writes/ }),
          },
        ],
      }
    },
  },
  'power-cut': {
    pressed: '“Cut the power”, with the power going between the two writes.',
    run: async (page) => {
      await page.getByRole('radio', { name: 'between the two writes' }).check()
      await page.getByText('It depends on whether').click()
      await press(page, 'Cut the power')
      const told = await answers(page)
      return {
        outcome: [await said(page, '.cut-sentence'), ...told],
        traces: [
          { title: 'What the server did', link: traceLinks(page).first() },
        ],
      }
    },
  },
  injection: {
    pressed: '“A second question” was searched for, in both ways.',
    run: async (page) => {
      await press(page, /^A second question/)
      await page.getByText('Hand over rows that nobody searched for').click()
      await press(page, 'Search, both ways')
      await answers(page)
      return {
        outcome: [await said(page, '.lab-bar p')],
        traces: [
          {
            title: 'Joined into the statement',
            link: traceLinks(page).first(),
          },
          { title: 'With a parameter', link: traceLinks(page).last() },
        ],
      }
    },
  },
  'five-cabinets': {
    pressed: '“Keep the order in SQLite” was pressed.',
    beside:
      'PostgreSQL runs in the reader’s own tab, so no trace of this server tells of it. MySQL, MongoDB and Firebase are shown by recordings of their nearest relatives, which have dates of their own.',
    run: async (page) => {
      await page.getByText('3 rows', { exact: true }).click()
      await press(page, 'Keep the order in SQLite')
      const told = await answers(page)
      return {
        outcome: [
          ...told,
          `Read back: ${await said(page, '.cab-run:nth-last-child(2) .cab-output')}.`,
        ],
        traces: [
          {
            title: 'What the server did',
            link: traceLinks(page).first(),
            maxRows: 18,
          },
        ],
      }
    },
  },
} satisfies Record<string, Play>
