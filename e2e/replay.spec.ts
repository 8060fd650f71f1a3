import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import {
  expect,
  expectFits,
  news,
  openFirstPage,
  ordersOf,
  test,
} from './fixtures'

/** Presses the button, watches to the end, and opens the replay. */
async function openReplay(page: Page) {
  await (await openFirstPage(page)).click()
  await expect(
    page.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Skip to the end' }).click()
  await expect(page.locator('.stage-say')).toContainText('the restaurant knows')
  await page.getByRole('link', { name: 'Open the trace' }).click()
  await expect(page).toHaveURL(/\/trace\/[0-9a-f]{32}/)
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
}

const current = (page: Page) =>
  page.locator('.replay-story [aria-current="step"]')
const tab = (page: Page, name: string) =>
  page.getByRole('tab', { name, exact: true })
const panel = (page: Page) =>
  page.getByRole('complementary', { name: 'Inspector' }).getByRole('tabpanel')

/** Goes to a step by its title, and tells what step it is. */
async function goTo(page: Page, title: string) {
  const step = page
    .locator('.replay-story')
    .getByRole('link', { name: title })
    .first()
  await step.click()
  await expect(current(page)).toContainText(title)
}

test('pressed, played, stepped back, read in each view at three steps', async ({
  page,
}) => {
  await openReplay(page)
  const scrubber = page.getByRole('slider', { name: 'Place in the trace' })
  await expect(scrubber).toHaveAttribute('aria-valuetext', /step 1 of \d+/)

  await page.getByRole('button', { name: 'Play' }).click()
  await expect
    .poll(async () => Number(await scrubber.getAttribute('aria-valuenow')))
    .toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Pause' }).click()

  await goTo(page, 'Take the portions off the shelf')
  const before = await scrubber.getAttribute('aria-valuetext')
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(scrubber).not.toHaveAttribute('aria-valuetext', before ?? '')
  await page.getByRole('button', { name: 'Step on' }).click()
  await expect(scrubber).toHaveAttribute('aria-valuetext', before ?? '')

  await tab(page, 'Code').click()
  await expect(panel(page)).toContainText('server/orders/take-portions.ts')
  const ran = panel(page).locator('.code-line.is-run')
  await expect(ran.first()).toContainText('const taken = await tx')
  await expect(ran.last()).toContainText(')')
  await expect(panel(page)).toContainText('async function takePortions')
  await tab(page, 'Wire').click()
  await expect(panel(page)).toContainText('POST /api/orders')
  await tab(page, 'Data').click()
  await expect(panel(page)).toContainText('portions')
  await expect(panel(page)).toContainText('Not visible to anyone else yet')
  await tab(page, 'Why').click()
  await expect(panel(page)).toContainText('a lost update')
  await expect(panel(page)).toContainText('Databases: the filing cabinet')

  await goTo(page, 'Make it permanent')
  await tab(page, 'Data').click()
  await expect(panel(page)).toContainText('COMMIT')
  await expect(panel(page)).toContainText('order_lines')
  await tab(page, 'Code').click()
  await expect(panel(page)).toContainText('server/orders/place-order.ts')
  await tab(page, 'Wire').click()
  await expect(panel(page)).toContainText('POST /api/orders')

  await goTo(page, 'A route handler picks it up')
  await tab(page, 'Code').click()
  await expect(panel(page)).toContainText('app/api/orders/route.ts')
  await tab(page, 'Wire').click()
  await expect(panel(page)).toContainText('201 Created')
  await expect(panel(page)).toContainText(/characters\)/)
  await tab(page, 'Data').click()
  await expect(panel(page)).not.toBeEmpty()
})

test(
  'a step that is recorded while the page is open brings its code along',
  { tag: '@any-screen' },
  async ({ page }) => {
    await openReplay(page)
    const [order] = await ordersOf(page)
    const traceId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    // Somebody accepts the order as a part of this very trace.
    const moved = await page.request.patch(`/api/orders/${order?.id}`, {
      data: { status: 'accepted' },
      headers: {
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
        origin: new URL(page.url()).origin,
      },
    })
    expect(moved.status()).toBe(200)

    await goTo(page, 'Move the order on')
    await tab(page, 'Code').click()
    await expect(panel(page)).toContainText('export async function moveOrder')
    await tab(page, 'Why').click()
    await expect(panel(page)).toContainText('business logic')
  },
)

test(
  'a copied link opens the same step, view and span elsewhere',
  { tag: '@any-screen' },
  async ({ page, browser, baseURL }) => {
    await openReplay(page)
    await goTo(page, 'Write the order down')
    await tab(page, 'Data').click()
    await expect(page).toHaveURL(/step=\d+&view=data/)
    const address = page.url()
    const valueText = await page
      .getByRole('slider', { name: 'Place in the trace' })
      .getAttribute('aria-valuetext')

    // A clean profile of the same sandbox: its cookie, and nothing else.
    const cookies = await page.context().cookies()
    const clean = await browser.newContext({ baseURL })
    await clean.addCookies(cookies)
    const other = await clean.newPage()
    await other.goto(address)
    await expect(
      other.getByRole('slider', { name: 'Place in the trace' }),
    ).toHaveAttribute('aria-valuetext', valueText ?? '')
    await expect(tab(other, 'Data')).toHaveAttribute('aria-selected', 'true')
    await expect(current(other)).toContainText('Write the order down')
    await clean.close()
  },
)

test('a span of the timeline is chosen, and its address says so', async ({
  page,
  isMobile,
}, { project }) => {
  await openReplay(page)
  if (isMobile || project.name === 'mobile')
    await page.getByRole('button', { name: 'Timeline' }).click()
  await page.getByRole('link', { name: /^INSERT rate_limits/ }).click()
  await expect(page).toHaveURL(/span=[0-9a-f]{16}/)
  await page.reload()
  const chosen = page.locator('[data-span-row].is-selected')
  await expect(chosen).toContainText('INSERT rate_limits')
})

test('the keyboard alone is enough', async ({ page }, { project }) => {
  test.skip(project.name === 'mobile', 'a phone has no keys')
  await openReplay(page)
  const scrubber = page.getByRole('slider', { name: 'Place in the trace' })
  const stepIs = (step: number) =>
    expect(scrubber).toHaveAttribute(
      'aria-valuetext',
      new RegExp(`step ${step} of`),
    )
  await page.keyboard.press('j')
  await stepIs(2)
  await page.keyboard.press('ArrowRight')
  await stepIs(3)
  await page.keyboard.press('k')
  await stepIs(2)
  await page.keyboard.press('ArrowLeft')
  await stepIs(1)
  await page.keyboard.press('3')
  await expect(tab(page, 'Data')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: 'Play again' })).toBeVisible()
  await page.keyboard.press('Home')
  await stepIs(1)
  await page.keyboard.press(' ')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press(' ')
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  await scrubber.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('PageUp')
  await stepIs(6)

  // A caller that was gone to is no caller any more: its link has gone.
  await goTo(page, 'Make it permanent')
  await tab(page, 'Code').click()
  await panel(page).locator('.view-callers a').first().focus()
  await page.keyboard.press('Enter')
  await expect(current(page)).toContainText('A route handler picks it up')
  await expect(tab(page, 'Code')).toBeFocused()
})

test('a step is told to a screen reader, and what goes to paper is that step', async ({
  page,
}) => {
  await openReplay(page)
  const step = page.getByRole('button', { name: 'Step on' })
  await step.click()
  await expect(
    page.locator(news).filter({ hasText: /^Step 2\. The browser/ }),
  ).toBeAttached()
  // The sheet below follows when nobody moves on; paper does not wait for it.
  await step.click()
  const flat = page.getByRole('heading', { name: /^Step \d+, laid flat/ })
  await expect(flat).toHaveText('Step 3, laid flat')
  await step.click()
  const printed = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    return document.querySelector('.laid-flat h2')?.textContent
  })
  expect(printed).toBe('Step 4, laid flat')
})

test(
  'without motion, playing goes from step to step',
  { tag: '@any-screen' },
  async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openReplay(page)
    await page.getByRole('button', { name: 'Play' }).click()
    const scrubber = page.getByRole('slider', { name: 'Place in the trace' })
    await expect(scrubber).toHaveAttribute('aria-valuetext', /step [3-9] of/)
  },
)

test(
  'nothing moves while nobody plays',
  { tag: '@any-screen' },
  async ({ page }) => {
    await openReplay(page)
    await page.mouse.move(0, 0)
    const running = () =>
      page.evaluate(
        () =>
          document
            .getAnimations()
            .filter(({ playState }) => playState === 'running').length,
      )
    await expect.poll(running).toBe(0)
  },
)

test(
  'on a narrow screen nothing lies over the step that has the focus',
  { tag: '@any-screen' },
  async ({ page }) => {
    await openReplay(page)
    await page.setViewportSize({ width: 390, height: 760 })
    await page.locator('.replay-step a').first().focus()
    for (let step = 1; step <= 14; step++) {
      const isFree = await page.evaluate(() => {
        const focused = document.activeElement
        const { left, right, top, bottom } =
          focused?.getBoundingClientRect() ?? new DOMRect()
        const above = document.elementFromPoint(
          (left + right) / 2,
          (top + bottom) / 2,
        )
        return above !== null && focused?.contains(above)
      })
      expect(isFree, `step ${step}`).toBe(true)
      await page.keyboard.press('Tab')
    }
  },
)

test(
  'a trace taken home is dropped again, and plays',
  { tag: '@any-screen' },
  async ({ page }) => {
    await openReplay(page)
    const traceId = /trace\/([0-9a-f]{32})/.exec(page.url())?.[1] ?? ''
    const reply = await page.request.get(`/api/traces/${traceId}?format=otlp`)
    const home = await reply.text()
    const requests: string[] = []
    await page.goto('/trace')
    page.on('request', (request) => {
      if (request.method() !== 'GET') requests.push(request.url())
    })
    const chooser = page.getByLabel('Choose a file of spans')
    await chooser.focus()
    await chooseFile(page, 'taken-home.json', home)
    await expect(
      page.getByRole('heading', { name: 'taken-home.json' }),
    ).toBeAttached()
    await expect(page.locator('[data-span-row]').first()).toBeAttached()
    await expect(page.locator('.file-bar')).toBeFocused()
    await goTo(page, 'Make it permanent')
    await tab(page, 'Data').click()
    await expect(panel(page)).toContainText('order_lines')
    await tab(page, 'Why').click()
    await expect(panel(page).locator('.view-why p')).not.toBeEmpty()
    expect(requests).toEqual([])
    await page.getByRole('button', { name: 'Another file' }).press('Enter')
    await expect(chooser).toBeFocused()
  },
)

test(
  'however late a bar ends, its figure stands in the lane, on a narrow screen as well',
  { tag: '@any-screen' },
  async ({ page }) => {
    await page.goto('/trace')
    await chooseFile(page, 'late.json', JSON.stringify(endingLate()))
    await expect(page.locator('[data-span-row]').first()).toBeAttached()
    const timeline = page.getByRole('button', { name: 'Timeline' })
    for (const width of [320, 700, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      if (await timeline.isVisible()) await timeline.click()
      await expectFits(page, width)
      const figures = page.locator('.wf-row:visible .wf-figure')
      await expect(figures).toHaveCount(41)
      const past = await figures.evaluateAll((all) =>
        all.flatMap((one) => {
          const lane = one.parentElement?.getBoundingClientRect()
          const over = one.getBoundingClientRect().right - (lane?.right ?? 0)
          return over > 4.5 ? [`${one.textContent} by ${over}`] : []
        }),
      )
      expect(past, `at ${width}`).toEqual([])
    }
  },
)

/** A second, and forty of its children, which end from 60 to 100 % of it. */
function endingLate() {
  const nano = (ms: number) => String(BigInt(1.8e12 + ms) * 1_000_000n)
  const traceId = 'a'.repeat(32)
  const idOf = (number: number) => String(number).padStart(16, '0')
  const children = Array.from({ length: 40 }, (_, at) => ({
    traceId,
    spanId: idOf(at + 2),
    parentSpanId: idOf(1),
    name: `child ${at + 1}`,
    startTimeUnixNano: nano(5 + at),
    endTimeUnixNano: nano(601 + at * 10),
  }))
  const root = {
    traceId,
    spanId: idOf(1),
    name: 'root',
    startTimeUnixNano: nano(0),
    endTimeUnixNano: nano(1000),
  }
  return {
    resourceSpans: [{ scopeSpans: [{ spans: [root, ...children] }] }],
  }
}

test(
  'a file that is no trace is told so, and nothing is lost',
  { tag: '@any-screen' },
  async ({ page }) => {
    await page.goto('/trace')
    await chooseFile(page, 'package.json', readFileSync('package.json', 'utf8'))
    await expect(page.locator('.notice')).toContainText('could not be opened')
    await expect(page.getByText('Drop a file here')).toBeVisible()
  },
)

function chooseFile(page: Page, name: string, text: string) {
  return page.getByLabel('Choose a file of spans').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
}

test(
  'a link that names a file opens its trace, and nothing flashes up before',
  { tag: '@any-screen' },
  async ({ page }) => {
    const at = (path: string) => (url: URL) => url.pathname === path
    let send = () => {}
    const sent = new Promise<void>((resolve) => (send = resolve))
    await page.route(at('/late.json'), async (route) => {
      await sent
      await route.fulfill({ json: endingLate() })
    })
    await page.route(at('/lost.json'), (route) =>
      route.fulfill({ status: 404 }),
    )

    const dropZone = page.getByText('Drop a file here')
    await page.goto('/trace?url=/late.json', { waitUntil: 'commit' })
    await expect(page.getByText('Reading late.json.')).toBeVisible()
    await expect(dropZone).toBeHidden()
    send()
    await expect(page.locator('[data-span-row]')).toHaveCount(41)
    await page.getByRole('button', { name: 'Another file' }).click()
    await expect(dropZone).toBeVisible()

    await page.goto('/trace?url=/lost.json')
    await expect(page.locator('.notice')).toContainText('404')
    await expect(dropZone).toBeVisible()
  },
)

test(
  'the address of another site is never asked for',
  { tag: '@any-screen' },
  async ({ page }) => {
    await page.goto('/trace?url=http%3A%2F%2F127.0.0.1%3A9%2Ftrace.json')
    await expect(page.locator('.notice')).toContainText('this very site')
  },
)

for (const colorScheme of ['light', 'dark'] as const)
  test(`the replay has no accessibility violation, ${colorScheme}`, async ({
    page,
  }, { project }) => {
    await page.emulateMedia({ colorScheme })
    await openReplay(page)
    await goTo(page, 'Take the portions off the shelf')
    for (const name of ['Code', 'Wire', 'Data', 'Why']) {
      await tab(page, name).click()
      // The whole page once; then what has changed.
      const axe = new AxeBuilder({ page })
      if (name !== 'Code') axe.include('.replay-inspector')
      const { violations } = await axe.analyze()
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target }) => target).join(' ')}`,
      )
      expect(found, `${name}, ${project.name}`).toEqual([])
    }
  })
