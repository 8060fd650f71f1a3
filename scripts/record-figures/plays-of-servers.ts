import { expect, type Page } from '@playwright/test'
import { answers, hrefOf, press, said, traceLinks, type Play } from './play'

const guests = 12

/** The labs of the chapter servers. */
export const playsOfServers = {
  'raw-request': {
    pressed:
      '“Place an order” was sent as it stands, and then “JSON with a bracket missing”.',
    run: async (page) => {
      const sent = []
      for (const title of ['Place an order', 'JSON with a bracket missing'])
        sent.push(await sendRaw(page, title))
      return {
        outcome: sent.map(({ title, sentence }) => `${title}: ${sentence}`),
        traces: sent.map(({ title, link }) => ({ title, link, maxRows: 9 })),
      }
    },
  },
  'status-codes': {
    pressed: 'every button of the lab, from the first to the last.',
    run: async (page) => {
      await page.getByText('422', { exact: true }).click()
      const deeds = page.locator('.codes-deeds button')
      const outcome: string[] = []
      const links = new Map<string, string>()
      for (const deed of await deeds.all()) {
        const title = (await deed.innerText()).trim()
        await deed.click()
        await expect(deed.locator('.num')).toHaveText(/^\d{3}$/)
        const reply = await said(page, '.codes-reply h3')
        outcome.push(`${title}: ${reply}.`)
        const trace = traceLinks(page).first()
        if (await trace.isVisible()) links.set(title, await hrefOf(trace))
      }
      outcome.push(await said(page, '.lab-bar span'))
      const shown = [...links].filter(([title]) =>
        /^Order zero|^Let the database fail/.test(title),
      )
      return {
        outcome,
        traces: shown.map(([title, link]) => ({ title, link, maxRows: 11 })),
      }
    },
  },
  'one-waiter': {
    pressed: `“Send ${guests} at once” was pressed.`,
    run: async (page) => {
      await page
        .getByRole('group', { name: 'How many guests at once?' })
        .getByText(String(guests), { exact: true })
        .click()
      await page.getByText(`After about ${guests} times as long`).click()
      await press(page, `Send ${guests} at once`)
      const told = await answers(page)
      const here = page.getByText(/^Computed here, the last was answered/)
      await expect(here).toBeVisible({ timeout: 60_000 })
      return {
        outcome: [await said(page, '.waiter-sentence'), ...told],
        traces: [
          {
            title: 'The requests that computed on the main thread',
            link: traceLinks(page).first(),
            maxRows: 14,
          },
        ],
      }
    },
  },
  'keep-or-forget': {
    pressed:
      'server A was told the name Grace and asked for it, restarted, and asked again.',
    run: async (page) => {
      await page.getByRole('textbox', { name: 'Your name' }).fill('Grace')
      for (const place of [/cookie/, /row/])
        await page
          .locator('.prediction')
          .getByRole('checkbox', { name: place })
          .check({ force: true })
      const outcome: string[] = []
      const hear = async (name: string, finding: string) => {
        await press(page, new RegExp(`^${name}`))
        const told = page.locator('.keep-finding')
        await expect(told).toContainText(finding)
        outcome.push(await said(page, '.keep-finding'))
      }
      await hear('Tell server A', 'was told “Grace”')
      const first = await hrefOf(traceLinks(page).first())
      await hear('Ask server A', 'in 3 of three places')
      await hear('Restart server A', 'was ended')
      await hear('Ask server A', 'nothing in its variable')
      return {
        outcome: [...outcome, ...(await answers(page))],
        traces: [
          { title: 'Server A is told a name', link: first },
          {
            title: 'It is asked, after the restart',
            link: traceLinks(page).first(),
          },
        ],
      }
    },
  },
} satisfies Record<string, Play>

async function sendRaw(page: Page, title: string) {
  await page.getByLabel('Start from').selectOption(title)
  await expect(page.locator('.raw-status')).toHaveCount(0)
  await press(page, 'Send these bytes')
  await expect(page.locator('.raw-status')).toBeVisible()
  const link = await hrefOf(traceLinks(page).first())
  return { title, sentence: await said(page, '.lab-bar span'), link }
}
