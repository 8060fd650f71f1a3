import { expect, type Page } from '@playwright/test'
import { answers, hrefOf, press, said, traceLinks, type Play } from './play'

/** What lets two guests have the same bowl, statement by statement. */
const race = [
  'Ada: Look how many are left',
  'Ben: Look how many are left',
  'Ada: Write back 0',
  'Ada: Promise the ramen',
  'Ben: Write back 0',
  'Ben: Promise the ramen',
]

/** Two guests at once, and one list read in two ways. */
export const playsOfRaces = {
  'last-portion': {
    pressed:
      'both guests looked before either wrote; then “Run the race 200 times”.',
    run: async (page) => {
      for (const name of race) await step(page, name)
      const outcome = [await said(page, '.portion-verdict')]
      const link = await hrefOf(traceLinks(page).first())
      const often = page.getByRole('region', { name: 'Two hundred races' })
      await often.getByText('1 to 10 times').click()
      await press(often, 'Run the race 200 times')
      const told = await answers(page)
      await expect(often.locator('p.sr-only').first()).toContainText(
        /Look behind a lock: \d+ sold/,
        { timeout: 60_000 },
      )
      outcome.push(...told, await said(often, 'p.sr-only'))
      return {
        outcome,
        traces: [
          { title: 'The race by hand', link },
          {
            title: 'The first of the 200, looking first',
            link: traceLinks(often).first(),
          },
        ],
      }
    },
  },
  'n-plus-one': {
    pressed:
      '“List the orders both ways”, for 50 orders: with the database in the same process, and again with 5 ms before each statement.',
    hasOneAxis: true,
    run: async (page) => {
      await page.getByRole('radio', { name: '51' }).check({ force: true })
      await press(page, 'List the orders both ways')
      const told = await answers(page)
      const outcome = [...told, await said(page, '.lab-said')]
      const links = [
        await hrefOf(traceLinks(page).first()),
        await hrefOf(traceLinks(page).last()),
      ]
      await page.getByRole('radio', { name: '5 ms' }).check({ force: true })
      await press(page, 'List the orders both ways')
      await expect(page.getByText('5 ms waited before each')).toBeVisible()
      await expect(page.locator('.lab-said')).toContainText('times as long')
      outcome.push(`With 5 ms before each: ${await said(page, '.lab-said')}`)
      return {
        outcome,
        traces: ['One by one', 'With one join'].map((title, at) => ({
          title,
          link: links[at] ?? '',
        })),
      }
    },
  },
} satisfies Record<string, Play>

/** A guest's next statement, once the server has played the last. */
async function step(page: Page, name: string) {
  const lanes = page.getByRole('table', { name: /What ran, in order/ }).first()
  const button = page.getByRole('button', { name, exact: true })
  await expect(button).toHaveAttribute('aria-disabled', 'false')
  const before = await lanes.locator('td b').count()
  await button.click()
  await expect(lanes.locator('td b')).not.toHaveCount(before)
}
