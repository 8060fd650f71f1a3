import { answers, press, said, traceLinks, type Play } from './play'

/** The labs about limits and passwords. */
export const playsOfLimits = {
  'rate-limit': {
    pressed:
      '“Send the flood” was pressed with one token bucket for both guests, and then with a bucket for each.',
    takes: 1,
    run: async (page) => {
      await page.getByText('A third of them at most').click()
      await press(page, 'Send the flood')
      const told = await answers(page)
      const shared = await said(page, '.lab-said')
      const refused = await traceLinks(page).last().getAttribute('href')
      await page.getByText('each guest', { exact: true }).click()
      await press(page, 'Send the flood')
      await page
        .getByRole('button', { name: 'Send the flood' })
        .waitFor({ timeout: 30_000 })
      return {
        outcome: [
          `One limit for both. ${shared}`,
          ...told,
          `A limit for each. ${await said(page, '.lab-said')}`,
        ],
        traces: [{ title: 'A request that was refused', link: refused ?? '' }],
      }
    },
  },
  'password-store': {
    pressed:
      '“Leak the table” was pressed, with the cost that this site uses itself.',
    run: async (page) => {
      await page.getByText('More than ten thousand times as long').click()
      await press(page, 'Leak the table')
      const told = await answers(page)
      const rows = page.locator('.store-table.is-lasting tbody tr')
      const lines = await rows.evaluateAll((found) =>
        found.map((line) => {
          const [what, fast, slow] = [...line.children].map(
            (cell) => cell.firstChild?.textContent ?? '',
          )
          const how = line.querySelector('em')?.textContent ?? ''
          const row = `${what?.trim()}, ${how}: ${fast} at SHA-256, ${slow} at scrypt.`
          return row.charAt(0).toUpperCase() + row.slice(1)
        }),
      )
      return {
        outcome: [await said(page, '.lab-said'), ...told, ...lines],
        traces: [{ title: 'Hash, and guess', link: traceLinks(page).first() }],
      }
    },
  },
} satisfies Record<string, Play>
