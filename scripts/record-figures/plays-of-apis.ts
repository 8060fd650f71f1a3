import { expect, type Locator } from '@playwright/test'
import { answers, hrefOf, press, said, traceLinks, type Play } from './play'

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
  'rest-explorer': {
    pressed:
      'the list of restaurants, a menu that it named, and the same menu with its version; then a dish was ordered, the very same was sent once more, and its key was used for another order.',
    run: async (page) => {
      const front = page.locator('.lab-front')
      const answer = page.getByRole('group', { name: 'The answer' })
      const outcome: string[] = []
      const go = async (button: Locator, status: string) => {
        await button.click()
        await expect(page.locator('.walk-lab .lab-said')).toContainText(
          `answered with ${status}`,
        )
        outcome.push(await said(page, '.walk-lab .lab-said'))
        return hrefOf(traceLinks(page).first())
      }
      await page.getByText('Not one byte, if nothing has changed').click()
      await go(front.getByRole('button', { name: '/api/restaurants' }), '200')
      const menu = { name: 'lantern-noodle-house' }
      await go(answer.getByRole('button', menu), '200')
      const act = (name: string) => front.getByRole('button', { name })
      const known = await go(act('which version you have'), '304')
      const stops = page.locator('.walk-trail button')
      await stops.filter({ hasText: 'lantern' }).last().click()
      const placed = await go(act('Order one of it'), '201')
      const replayed = await go(act('the very same once more'), '201')
      await go(act('another order with this key'), '422')
      return {
        outcome,
        traces: [
          { title: 'A menu that is known already', link: known },
          { title: 'The order', link: placed, maxRows: 16 },
          { title: 'The same, once more', link: replayed },
        ],
      }
    },
  },
  'rest-or-graphql': {
    pressed:
      '“Fill the screen both ways” was pressed, and then “Too deep” was asked.',
    run: async (page) => {
      await page.getByText('4', { exact: true }).click()
      await page.getByText('Less than a tenth').click()
      await press(page, 'Fill the screen both ways')
      const told = await answers(page)
      const filled = await said(page, '.lab-said')
      const links = traceLinks(page.locator('.lab-back'))
      const traces = [await hrefOf(links.first()), await hrefOf(links.last())]
      await press(page, 'Too deep')
      await press(page, 'Ask this')
      const refused = page.locator('.shape-own [role=alert] p')
      await expect(refused).toContainText('depth')
      return {
        outcome: [
          ...told,
          filled,
          `The question that is too deep: ${await said(page, '.shape-own [role=alert] p')}`,
        ],
        traces: ['By names and verbs', 'One question'].map((title, at) => ({
          title,
          link: traces[at] ?? '',
          maxRows: 20,
        })),
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
  'break-the-contract': {
    pressed:
      '“Another type” was released, then “A narrower limit”, and then “A field more”.',
    beside:
      'What the compiler says is a recording of its own, with its version and its date: the lab has the sentences, and no trace tells of them.',
    run: async (page) => {
      const outcome: string[] = []
      const release = async (change: string) => {
        await page.getByRole('radio', { name: `${change}:` }).check()
        await press(page, 'Release this change')
        await expect(page.locator('.pact-verdict')).toHaveCount(3)
        outcome.push(`${change}: ${await said(page, '.pact-lab .lab-said')}`)
        return hrefOf(traceLinks(page).first())
      }
      await page.getByRole('radio', { name: 'Another type:' }).check()
      for (const text of [
        'The tool that compares',
        'TypeScript, once',
        'A checker of messages',
        'The guest with the phone',
      ])
        await page.locator('.prediction').getByText(text).click()
      const retyped = await release('Another type')
      outcome.push(
        ...(await answers(page)),
        `The phone of March: ${await said(page, '.pact-screen mark')}.`,
      )
      const narrowed = await release('A narrower limit')
      await release('A field more')
      return {
        outcome,
        traces: [
          {
            title: 'Another type: the order and the comparison',
            link: retyped,
          },
          { title: 'A narrower limit: refused at the door', link: narrowed },
        ],
      }
    },
  },
} satisfies Record<string, Play>
