import type { Page } from '@playwright/test'
import {
  boardFault,
  boardFaultNames,
  invariants,
  type BoardFaultName,
} from '@/contracts/fault-board'
import {
  expect,
  expectAccessible,
  expectFits,
  openFirstPage,
  openLab,
  orderReply,
  ordersOf,
  test,
} from '../fixtures'

async function openBoard(page: Page) {
  await openFirstPage(page)
  const head = page.getByRole('button', { name: /^Break it/ })
  await head.click()
  await expect(head).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('switch', { name: 'Flood' })).toBeVisible()
}

const card = (page: Page, name: BoardFaultName) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByText(boardFault(name).title, { exact: true }) })

/** Throws a lever and orders; what is then written beside the lever. */
async function run(page: Page, name: BoardFaultName, isProtected: boolean) {
  const { title, protection } = boardFault(name)
  const own = card(page, name)
  const guard = own.getByRole('switch', { name: protection })
  const isOn = (await guard.getAttribute('aria-checked')) === 'true'
  if (isOn !== isProtected) await guard.click()
  const lever = own.getByRole('switch', { name: title })
  await lever.click()
  await expect(lever).toHaveAttribute('aria-checked', 'true')
  await expect(page.locator('.levers-head p')).toContainText(
    `One fault is in your next order: ${title}`,
  )
  await page.locator('.levers-order').click()
  const term = page.getByText(isProtected ? 'with it' : 'without it', {
    exact: true,
  })
  const seen = own.locator('.lever-runs > div').filter({ has: term })
  await expect(seen).toBeVisible({ timeout: 30_000 })
  // It was for one order: the next is as always.
  await expect(lever).toHaveAttribute('aria-checked', 'false')
  return seen.locator('dd').innerText()
}

const inWords = (answer: number | null) =>
  answer === null ? 'No answer' : String(answer)

for (const name of boardFaultNames.filter((one) => one !== 'flood'))
  test(
    `the lever "${boardFault(name).title}" does what its text says, with its protection and without`,
    { tag: '@any-screen' },
    async ({ page }) => {
      const { sound, breaks, withIt, withoutIt } = boardFault(name)
      await openBoard(page)
      await expect(card(page, name)).toContainText(withIt)
      const [first = null] = sound.answers
      const seen = await run(page, name, true)
      expect(seen).toMatch(new RegExp(`^(2 × )?${inWords(first)}`))
      expect(seen).toContain(
        sound.kept === 0 ? 'No order is kept.' : '1 order is kept.',
      )
      expect(seen).not.toContain('No longer true')
      expect(await ordersOf(page)).toHaveLength(sound.kept)

      const broken = await run(page, name, false)
      await expect(card(page, name)).toContainText(withoutIt)
      expect(broken).toContain(`No longer true: ${invariants[breaks]}.`)

      // Both are traced.
      const links = card(page, name).getByRole('link', {
        name: 'Open its trace',
      })
      await expect(links).toHaveCount(2)
      for (const link of await links.all()) {
        const id = (await link.getAttribute('href'))?.split('/').at(-1)
        await expect(async () => {
          const reply = await page.request.get(`/api/traces/${id}`)
          expect(reply.status()).toBe(200)
          const { spans }: { spans: { service: string }[] } = await reply.json()
          expect(new Set(spans.map(({ service }) => service))).toEqual(
            new Set(
              spans.some(({ service }) => service === 'restaurant')
                ? ['browser', 'plateful', 'restaurant']
                : ['browser', 'plateful'],
            ),
          )
        }).toPass()
      }
    },
  )

test(
  'a lost response: the page says what it does not know, asks again, and the trace tells of both',
  { tag: '@any-screen' },
  async ({ page }) => {
    await openBoard(page)
    await page
      .getByRole('switch', { name: 'Response lost after commit' })
      .click()
    await page
      .getByRole('button', { name: /^Place order/ })
      .first()
      .click()
    await expect(
      page.getByText('Your order may have been placed, or not').first(),
    ).toBeAttached()
    await expect(
      page.getByRole('heading', { name: 'Order confirmed' }),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Open its trace' }).click()
    await expect(page).toHaveURL(/\/trace\//)
    await expect(
      page.getByText('The answer never arrives').first(),
    ).toBeVisible()
    await expect(
      page.getByText('Ask again', { exact: true }).first(),
    ).toBeVisible()
  },
)

test('beside a replay the same order is placed again, broken, and its trace opens', async ({
  page,
}) => {
  const replied = orderReply(page)
  await (await openFirstPage(page)).click()
  const traceId = (await replied).headers()['traceresponse']?.split('-')[1]
  await expect(
    page.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()
  await page.goto(`/trace/${traceId}?pane=timeline`)
  if ((page.viewportSize()?.width ?? 0) < 900)
    await page
      .getByRole('tab', { name: 'Timeline' })
      .or(page.getByRole('button', { name: 'Timeline' }))
      .first()
      .click()
  await page.getByRole('button', { name: /^Break it/ }).click()
  await page.getByRole('switch', { name: 'Failure midway' }).click()
  await page.locator('.levers-order').click()
  await expect(page).not.toHaveURL(new RegExp(`${traceId}`), {
    timeout: 20_000,
  })
  await expect(page.getByText('Rub everything out').first()).toBeAttached()
  expect(await ordersOf(page)).toHaveLength(1)
})

test('the board works by keyboard alone', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has none')
  await openFirstPage(page)
  await page.getByRole('button', { name: /^Break it/ }).focus()
  await page.keyboard.press('Enter')
  const lever = page.getByRole('switch', { name: 'Tampered price' })
  await expect(lever).toBeVisible()
  await lever.focus()
  await page.keyboard.press('Space')
  await expect(lever).toHaveAttribute('aria-checked', 'true')
  await page.locator('.levers-order').focus()
  await page.keyboard.press('Enter')
  await expect(card(page, 'tampered-price')).toContainText('422')
})

for (const scheme of ['light', 'dark'] as const)
  test(`the open board has no accessibility fault (${scheme}), and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await openBoard(page)
    await run(page, 'tampered-price', true)
    await run(page, 'tampered-price', false)
    await expectAccessible(page, '.break-it')
    await expectFits(page, page.viewportSize()?.width ?? 0)
  })

test('the lab stands on its own page', async ({ page }) => {
  await openLab(page, 'break-it')
  await expect(
    page.getByRole('heading', { name: 'Break an order on purpose' }),
  ).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Flood' })).toBeVisible()
  const seen = await run(page, 'click-twice', true)
  expect(seen).toContain('1 order is kept.')
})
