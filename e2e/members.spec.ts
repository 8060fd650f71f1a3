import type { Browser, Page } from '@playwright/test'
import jsQR from 'jsqr'
import {
  expect,
  expectAccessible,
  expectFits,
  orderRamen,
  ordersOf,
  test,
  withoutAutopilot,
} from './fixtures'

/** Before the page can do anything it takes a choice back. */
async function choosePart(page: Page, part: string) {
  const radio = page.getByRole('radio', { name: part })
  await expect(async () => {
    await radio.check({ force: true, timeout: 1_000 })
    await page.getByRole('button', { name: 'Make a code' }).hover()
    await expect(radio).toBeChecked({ timeout: 1_000 })
  }).toPass()
}

test.beforeEach(({ isMobile }, { project }) => {
  test.skip(isMobile || project.name !== 'desktop', 'has screens of its own')
})

/** Another device: it knows nothing of the first. */
async function openScreen(browser: Browser, baseURL = '', width = 390) {
  const viewport = { width, height: width < 700 ? 844 : 1080 }
  const context = await browser.newContext({ baseURL, viewport })
  return context.newPage()
}

/** What a camera would read on the screen. */
async function readQrCode(page: Page): Promise<string | undefined> {
  const picture = await page
    .getByRole('img', { name: /^QR code/ })
    .screenshot({ animations: 'disabled' })
  const { pixels, width, height } = await page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      const image = context?.getImageData(0, 0, bitmap.width, bitmap.height)
      return {
        pixels: [...(image?.data ?? [])],
        width: bitmap.width,
        height: bitmap.height,
      }
    },
    [...picture],
  )
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data
}

/** Joins by typing a code, as on a phone that cannot scan. */
async function joinBy(page: Page, code: string, name?: string) {
  await page.goto('/join')
  await page.getByLabel('The code').pressSequentially(code.toLowerCase())
  await page.getByRole('button', { name: 'See what it opens' }).click()
  if (name !== undefined)
    await page.getByLabel('Your name in the class').fill(name)
  await page.getByRole('button', { name: 'Go in' }).click()
}

test('a phone scans the ticket, plays the kitchen, and is shown out', async ({
  page,
  browser,
  baseURL,
}) => {
  // The cook is a person here, however slow this machine is.
  await withoutAutopilot(page)
  await orderRamen(page)
  await page.goto('/plateful')
  await choosePart(page, 'Kitchen')
  await page.getByRole('button', { name: 'Make a code' }).click()
  const ticket = page.getByRole('region', { name: 'Continue on your phone' })
  const code = await ticket.getByText(/^[2-9A-Z]{3}-[2-9A-Z]{4}$/).innerText()
  await expect(ticket).toContainText('No phone can open this link yet')

  // The picture on the screen is the link, and the link leads to the question.
  const link = (await readQrCode(page)) ?? ''
  expect(link).toBe(`${baseURL}/join#${code}`)
  const phone = await openScreen(browser, baseURL)
  await phone.goto(link)
  await expect(
    phone.getByRole('heading', { name: 'This code opens a kitchen' }),
  ).toBeVisible()
  await expect(phone).toHaveURL(`${baseURL}/join`)
  await phone.getByRole('button', { name: 'Go in' }).click()
  await expect(phone).toHaveURL(/\/plateful\/kitchen$/)
  await expect(ticket.getByText('A phone came in by this code')).toBeVisible()

  await phone.getByRole('button', { name: /^Accept/ }).click()
  const steps = page.getByRole('list', { name: 'Steps of this order' }).first()
  await expect(steps.locator('[aria-current=step]')).toContainText('Accepted')

  const bar = phone.getByRole('complementary', {
    name: 'Whose sandbox this is',
  })
  await expect(bar).toContainText('as the kitchen')
  await page.getByRole('button', { name: 'Show out Kitchen' }).click()
  await expect(page.getByText('Kitchen was shown out.')).toBeVisible()
  await expect(bar).toContainText('Your place in that sandbox has ended')
  await expectAccessible(phone)

  await phone.getByRole('button', { name: 'Open a sandbox of my own' }).click()
  await expect(phone.getByText('Nothing ordered yet')).toBeVisible()
  await expect(bar).toHaveCount(0)
  expect(await ordersOf(phone)).toEqual([])
})

test('a code that opens nothing is refused kindly, and one can be typed again', async ({
  page,
}) => {
  await page.goto('/join')
  await page.getByLabel('The code').fill('222 2222')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This code opens nothing')).toBeVisible()
  await page.getByRole('button', { name: 'Type it again' }).click()
  await expect(page.getByLabel('The code')).toBeFocused()
  await expect(page.getByLabel('The code')).toHaveValue('')
})

test('whoever has a sandbox of their own is told that it is left behind', async ({
  page,
  browser,
  baseURL,
}) => {
  const owner = await openScreen(browser, baseURL)
  await owner.goto('/plateful')
  await owner.getByRole('button', { name: 'Make a code' }).click()
  const code = await owner.getByText(/^[2-9A-Z]{3}-[2-9A-Z]{4}$/).innerText()
  await orderRamen(page)
  await page.goto(`/join#${code}`)
  await expect(page.getByText(/sandbox of its own.*an order/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Stay here' }).click()
  expect(await ordersOf(page)).toHaveLength(1)
})

test('a class of two: both order, and everybody is on the wall', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto('/plateful/wall')
  await expect(page.getByText('this browser has none yet')).toBeVisible()
  await page.getByLabel('For how many minutes').fill('30')
  await page.getByRole('button', { name: 'Open it' }).click()
  const code = await page
    .getByRole('heading', { name: /^[2-9A-Z]{3}-[2-9A-Z]{4}$/ })
    .innerText()
  expect(await readQrCode(page)).toBe(`${baseURL}/join#${code}`)

  const names = ['Ada', '<b>שלום</b>']
  const pupils = await Promise.all(
    names.map(async (name) => {
      const pupil = await openScreen(browser, baseURL)
      await joinBy(pupil, code, name)
      await expect(pupil).toHaveURL(/\/plateful$/)
      return pupil
    }),
  )
  await expect(page.getByText('2 of 40 are in')).toBeVisible()
  for (const pupil of pupils) await orderRamen(pupil)

  const rows = page.getByRole('list', { name: /^Orders/ }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  for (const name of names) {
    const row = rows.filter({ hasText: name })
    await expect(row).toContainText('Lantern Noodle House: 1 × Miso ramen')
    await expect(row.getByRole('link')).toHaveAccessibleName(/ms, \d+ spans$/)
  }
  // Loaded anew, all of it is there again: the code, the orders, the bars.
  await page.reload()
  await expect(page.getByRole('heading', { name: code })).toBeVisible()
  await expect(rows).toHaveCount(2)
  await expect(rows.first().getByRole('link')).toHaveAccessibleName(/ms, \d+/)
  await expectAccessible(page)

  // A wall that was cut off hangs nothing twice, and misses nothing.
  await page.context().setOffline(true)
  const [ada, other] = pupils
  if (!ada || !other) throw new Error('nobody came in')
  await orderRamen(ada)
  await page.context().setOffline(false)
  await expect(rows).toHaveCount(3)
  await expect(rows.filter({ hasText: 'Ada' })).toHaveCount(2)

  // A pupil sees the same wall, and opens another’s trace from it.
  await ada.goto('/plateful/wall')
  const seen = ada.getByRole('list', { name: /^Orders/ }).getByRole('listitem')
  await expect(seen).toHaveCount(3)
  await expectAccessible(ada)
  await seen.filter({ hasText: 'שלום' }).getByRole('link').click()
  await expect(ada).toHaveURL(/\/trace\/[0-9a-f]{32}/)
  await expect(ada.getByText('There is no such trace')).toHaveCount(0)

  await page.getByText('2 guests are in').click()
  await page.getByRole('button', { name: `Show out ${names[1]}` }).click()
  await expect(
    other.getByRole('complementary', { name: 'Whose sandbox this is' }),
  ).toContainText('Your place in that class has ended')
  await expect(page.getByText('1 of 40 are in')).toBeVisible()
  await page.getByRole('button', { name: 'Let nobody else in' }).click()
  await expect(page.getByRole('button', { name: 'Open it' })).toBeVisible()
  const late = await openScreen(browser, baseURL)
  await late.goto(`/join#${code}`)
  await expect(late.getByText('This code opens nothing')).toBeVisible()
})

test('whoever opens their own class in the same browser stays its owner', async ({
  page,
}) => {
  await page.goto('/plateful/wall')
  await page.getByRole('button', { name: 'Open it' }).click()
  const code = page.getByRole('heading', { name: /^[2-9A-Z]{3}-[2-9A-Z]{4}$/ })
  await page.goto(`/join#${await code.innerText()}`)
  await expect(
    page.getByRole('heading', { name: 'This is your own class' }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'To the wall' }).click()
  await expect(page.getByText('0 of 40 are in')).toBeVisible()
  await expect(
    page.getByRole('button', { name: 'Let nobody else in' }),
  ).toBeVisible()
})

test('a guest of somebody’s sandbox is told so beside the button and beside a replay, and that its owner started over', async ({
  page,
  browser,
  baseURL,
}) => {
  await orderRamen(page)
  await page.goto('/plateful')
  await choosePart(page, 'Guest')
  await page.getByRole('button', { name: 'Make a code' }).click()
  const code = await page.getByText(/^[2-9A-Z]{3}-[2-9A-Z]{4}$/).innerText()
  const phone = await openScreen(browser, baseURL)
  await joinBy(phone, code)
  await expect(phone).toHaveURL(/\/plateful/)

  await phone.goto('/')
  const bar = phone.getByRole('complementary', {
    name: 'Whose sandbox this is',
  })
  await expect(bar).toContainText('a sandbox that somebody else opened')
  await phone.getByRole('button', { name: /^Place order/ }).click()
  await expect(
    phone.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()
  await expectAccessible(phone)
  await expect.poll(async () => (await ordersOf(page)).length).toBe(2)

  const start = page.getByRole('button', { name: 'Start over' })
  await start.first().click()
  await start.last().click()
  await expect(page.getByText('Your sandbox is empty again.')).toBeVisible()
  await expect(bar).toContainText('They have started over')
  await expect(
    phone.getByText('The sandbox was emptied since, and this order is gone'),
  ).toBeVisible()
  await phone.getByRole('button', { name: 'Order again' }).click()
  await phone.getByRole('button', { name: /^Place order/ }).click()
  await expect(
    phone.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()

  await phone.goto('/plateful')
  await phone.getByRole('link', { name: 'Open the trace' }).first().click()
  await expect(phone).toHaveURL(/\/trace\//)
  await expect(bar).toContainText('a sandbox that somebody else opened')
  await bar.getByRole('button', { name: 'Leave' }).click()
  await expect(phone.getByText('Nothing ordered yet')).toBeVisible()
  await expect(bar).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 1440, 1920])
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('the ticket, the question and the wall are accessible and fit', async ({
        page,
        browser,
        baseURL,
      }) => {
        await orderRamen(page)
        await page.goto('/plateful')
        await page.getByRole('button', { name: 'Make a code' }).click()
        const code = page.getByText(/^[2-9A-Z]{3}-[2-9A-Z]{4}$/)
        await expect(code).toBeVisible()
        await expectAccessible(page)
        await expectFits(page, width)
        const link = `${baseURL}/join#${await code.innerText()}`
        const viewport = { width, height: 900 }
        const context = await browser.newContext({ colorScheme, viewport })
        const other = await context.newPage()
        await other.goto(link)
        await expect(other.getByRole('button', { name: 'Go in' })).toBeVisible()
        await expectAccessible(other)
        await expectFits(other, width)
        await page.goto(link)
        await expect(
          page.getByRole('heading', { name: 'This is your own sandbox' }),
        ).toBeFocused()
        await expectAccessible(page)
        await expectFits(page, width)
        await page.goto('/plateful/wall')
        await page.getByRole('button', { name: 'Open it' }).click()
        await expect(page.getByText('0 of 40 are in')).toBeVisible()
        await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
        await expectAccessible(page)
        await expectFits(page, width)
      })
    })
