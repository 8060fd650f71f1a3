import type { Page } from '@playwright/test'
import { chapters } from '../content/chapters'
import { labs } from '../labs/labs'
import {
  expect,
  expectAccessible,
  expectFits,
  expectWorking,
  openFirstPage,
  test,
} from './fixtures'

const pages = [
  '/',
  '/plateful',
  '/plateful/kitchen',
  '/plateful/courier',
  '/learn',
  '/labs',
  '/labs/break-it',
  '/labs/track',
  '/plateful/lantern-noodle-house',
  '/plateful/second-rise-bakery',
  '/plateful/wall',
  '/join',
  '/account',
  '/problems',
  '/problems/sold-out',
  '/glossary',
  '/search',
  '/setup',
]
/** Held against axe in a journey of their own: they are longer than all others. */
const longPages = ['/api', '/api/labs-reference']
const widths = [320, 390, 600, 768, 900, 1024, 1180, 1280, 1440, 1920]

test.beforeEach(({ isMobile }, { project }) => {
  test.skip(isMobile || project.name !== 'desktop', 'sets its own widths')
})

async function placeOrder(page: Page): Promise<string> {
  const reply = await page.request.post('/api/orders', {
    data: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    },
  })
  expect(reply.status()).toBe(201)
  return `/trace/${reply.headers()['traceresponse']?.split('-')[1]}`
}

/** Each way a page may be looked at, without loading it anew. */
async function onEachScreen(page: Page, look: () => Promise<void>) {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [390, 768, 1440])
      await test.step(`${colorScheme}, ${width} wide`, async () => {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        await look()
      })
}

test('no page has an accessibility violation, nor scrolls sideways, on any screen', async ({
  page,
}) => {
  // Every page of the site, on a machine that may be busy.
  test.setTimeout(600_000)
  for (const path of [...pages, await placeOrder(page)]) {
    // It comes as on a phone, and is looked at as it grows.
    await page.setViewportSize({ width: 390, height: 900 })
    await page.goto(path)
    await expect(page.locator('h1').first()).toBeVisible()
    await onEachScreen(page, () => expectAccessible(page))
    for (const width of widths) await expectFits(page, width)
  }
})

test('what a page brings is no news: no status line comes with words in it', async ({
  page,
}) => {
  test.setTimeout(600_000)
  await page.addInitScript(noteStatusLines)
  const open = chapters.filter(({ isOpen }) => isOpen)
  for (const path of [
    ...pages,
    ...open.map(({ slug }) => `/learn/${slug}`),
    ...Object.keys(labs).map((name) => `/labs/${name}`),
  ]) {
    await page.goto(path)
    // The first page brings its lab along, and the code of others is loaded.
    const isLab = path.startsWith('/learn/') || path.startsWith('/labs/')
    for (const lab of isLab ? await page.locator('.lab-view').all() : [])
      await expectWorking(lab)
    expect(await page.evaluate('window.brought'), path).toEqual([])
  }
})

/** Keeps what the status lines say that come with the page or later. */
function noteStatusLines() {
  const brought: (string | null)[] = []
  Object.assign(window, { brought })
  const lines = '[aria-live="polite"]'
  new MutationObserver((changes) => {
    for (const added of changes.flatMap(({ addedNodes }) => [...addedNodes]))
      if (added instanceof Element)
        for (const line of [added, ...added.querySelectorAll(lines)])
          if (line.matches(lines) && line.textContent)
            brought.push(line.textContent)
  }).observe(document, { childList: true, subtree: true })
}

test('no long page scrolls sideways at any width', async ({ page }) => {
  test.setTimeout(300_000)
  for (const path of longPages) {
    await page.goto(path)
    for (const width of widths) await expectFits(page, width)
  }
})

test('the first page has no violation after a press, on any screen', async ({
  page,
}) => {
  test.setTimeout(300_000)
  await (await openFirstPage(page)).click()
  await expect(
    page.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Skip to the end' }).click()
  await expect(page.getByRole('link', { name: 'Open the trace' })).toBeVisible()
  await onEachScreen(page, () => expectAccessible(page))
})

test('every page carries the security headers', async ({ request }) => {
  for (const path of [
    ...pages,
    ...longPages,
    '/api/health',
    '/api/nothing',
    '/nothing',
  ]) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toContain(
      "frame-ancestors 'none'",
    )
    expect(headers['strict-transport-security'], path).toContain('max-age=')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBeTruthy()
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('pages, scripts and styles leave packed for who can unpack them', async ({
  request,
}) => {
  const get = async (path: string, encoding: string) => {
    const reply = await request.get(path, {
      headers: { 'Accept-Encoding': encoding },
    })
    return { headers: reply.headers(), text: await reply.text() }
  }
  const path = '/learn/servers'
  const plain = await get(path, 'identity')
  expect(plain.headers['content-encoding']).toBeUndefined()
  for (const encoding of ['br', 'gzip']) {
    const packed = await get(path, encoding)
    expect(packed.headers['content-encoding']).toBe(encoding)
    expect(packed.text).toBe(plain.text)
  }

  const names = /\/_next\/static\/chunks\/[\w-]+\.(js|css)/g
  const files = new Set(plain.text.match(names))
  expect(files.size).toBeGreaterThan(5)
  for (const file of files) {
    const { headers, text } = await get(file, 'br')
    expect(headers['content-encoding'], file).toBe('br')
    expect(headers['cache-control']).toContain('immutable')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(text).toBe((await get(file, 'identity')).text)
    // Without TLS a browser takes gzip only; and a weight of 0 is a refusal.
    const zipped = await get(file, 'br;q=0, gzip')
    const isShort = Buffer.byteLength(text) < 1024
    expect(zipped.headers['content-encoding'], file).toBe(
      isShort ? undefined : 'gzip',
    )
    expect(zipped.text).toBe(text)
  }
})

test('with reduced motion the press goes from step to step, and nothing runs in between', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await (await openFirstPage(page)).click()
  await expect(
    page.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()
  // All that the clock shows while the stage says five things; in motion it
  // would show as much within a tenth of a second.
  const { times, sentences } = await page.evaluate(
    () =>
      new Promise<{ times: string[]; sentences: string[] }>((done) => {
        const textOf = (name: string) =>
          document.querySelector(name)?.textContent ?? ''
        const [times, sentences] = [new Set<string>(), new Set<string>()]
        requestAnimationFrame(function look() {
          times.add(textOf('.stage-clock b'))
          sentences.add(textOf('.stage-say'))
          if (sentences.size < 5) requestAnimationFrame(look)
          else done({ times: [...times], sentences: [...sentences] })
        })
      }),
  )
  expect(times.length, times.join()).toBeLessThanOrEqual(sentences.length + 1)
  await expectAccessible(page)
})
