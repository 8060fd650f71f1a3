import {
  expect,
  news,
  openFirstPage,
  orderReply,
  ordersOf,
  test,
} from './fixtures'

test('a press is confirmed, and its own trace is there to read', async ({
  page,
}) => {
  const button = await openFirstPage(page)
  const replied = orderReply(page)
  await button.click()
  const reply = await replied
  expect(reply.status()).toBe(201)
  const order: { id: string } = await reply.json()

  await expect(
    page.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()
  await expect(page.getByText(order.id).first()).toBeVisible()
  expect((await ordersOf(page)).map(({ id }) => id)).toEqual([order.id])

  await page.getByRole('button', { name: 'Skip to the end' }).click()
  await page.getByRole('link', { name: 'Open the trace' }).click()
  const traceId = reply.headers()['traceresponse']?.split('-')[1]
  await expect(page).toHaveURL(`/trace/${traceId}`)
  await expect(page.locator('[data-span-row]').first()).toBeAttached()
  await expect(page.getByText('INSERT orders').first()).toBeAttached()
})

test('the trace reaches from the click to the restaurant’s printer', async ({
  page,
}) => {
  const button = await openFirstPage(page)
  const replied = orderReply(page)
  await button.click()
  const traceId =
    (await replied).headers()['traceresponse']?.split('-')[1] ?? ''

  await expect(async () => {
    const trace = await (
      await page.request.get(`/api/traces/${traceId}`)
    ).json()
    const spans: {
      name: string
      service: string
      parentSpanId: string | null
      spanId: string
    }[] = trace.spans
    const names = spans.map((span) => `${span.service}: ${span.name}`)
    expect(names).toContain('browser: press Place order')
    expect(names).toContain('browser: POST /api/orders')
    expect(names).toContain('browser: wait for the first byte')
    expect(names).toContain('browser: read the reply')
    expect(names).toContain('browser: paint the confirmation')
    expect(names).toContain('plateful: POST /api/orders')
    expect(names).toContain('plateful: COMMIT')
    expect(names).toContain('restaurant: print the ticket')
    const known = new Set(spans.map((span) => span.spanId))
    const roots = spans.filter(
      ({ parentSpanId }) => parentSpanId === null || !known.has(parentSpanId),
    )
    expect(roots.map((root) => root.name)).toEqual(['press Place order'])
  }).toPass()
})

test(
  'a double click on a first visit is one sandbox and one order',
  { tag: '@any-screen' },
  async ({ page }) => {
    const sandboxes: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/api/sandboxes'))
        sandboxes.push(request.url())
    })
    const button = await openFirstPage(page)
    await button.dblclick()
    await expect(
      page.getByRole('heading', { name: 'Order confirmed' }),
    ).toBeVisible()
    expect(await ordersOf(page)).toHaveLength(1)
    expect(sandboxes).toHaveLength(1)
  },
)

test(
  'a lost reply is asked for again, and the order is placed once',
  { tag: '@any-screen' },
  async ({ page }) => {
    const button = await openFirstPage(page)
    const keys: (string | undefined)[] = []
    await page.route('**/api/orders', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      // The server answers; the network loses it on the way back.
      const reply = await route.fetch()
      if (keys.length === 1) await route.abort('connectionreset')
      else await route.fulfill({ response: reply })
    })
    await button.click()
    await expect(
      page.getByRole('heading', { name: 'Order confirmed' }),
    ).toBeVisible()
    expect(keys.length).toBeGreaterThan(1)
    expect(new Set(keys).size).toBe(1)
    await page.unroute('**/api/orders')
    expect(await ordersOf(page)).toHaveLength(1)
  },
)

test(
  'a sandbox that is forgotten while its page is open is replaced, and the reader is told',
  { tag: '@any-screen' },
  async ({ page, context }) => {
    const confirmed = page.getByRole('heading', { name: 'Order confirmed' })
    await (await openFirstPage(page)).click()
    await expect(confirmed).toBeVisible()
    // What the page asks for by itself would be the first to find the end.
    const following = page.waitForResponse('**/api/events')
    const button = await openFirstPage(page)
    await following

    // What an expired sandbox leaves behind: a hint, and a cookie of no use.
    await context.clearCookies()
    await context.addCookies([
      {
        name: 'sandbox',
        value: 'a.token.nobody-knows',
        url: new URL(page.url()).origin,
      },
    ])
    const told = page
      .getByText('Your old sandbox had expired, so its orders are gone.')
      .first()
    let asked = 0
    await page.route('**/api/orders', async (route) => {
      if (route.request().method() === 'POST') asked += 1
      if (asked > 1) await expect(told).toBeAttached()
      await route.continue()
    })
    await button.click()
    await expect(confirmed).toBeVisible()
    await page.unroute('**/api/orders')
    expect(asked).toBe(2)
    expect(await ordersOf(page)).toHaveLength(1)
  },
)

test('the keyboard alone places the order', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has none')
  const button = await openFirstPage(page)
  await button.focus()
  await page.keyboard.press('Enter')
  const confirmed = page.getByRole('heading', { name: 'Order confirmed' })
  await expect(confirmed).toBeVisible()
  await expect(confirmed).toBeFocused()
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Delivered' }),
  ).toContainText(', to come')

  await page.getByRole('button', { name: 'Order again' }).focus()
  await page.keyboard.press('Enter')
  await expect(button).toBeFocused()
  await page.getByRole('button', { name: 'One more Miso ramen' }).focus()
  await page.keyboard.press('Enter')
  await expect(
    page.locator(news).filter({ hasText: '2 Miso ramen' }),
  ).toBeAttached()
  await page.getByRole('button', { name: 'Add Smashed cucumber' }).focus()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('button', { name: 'One more Smashed cucumber' }),
  ).toBeFocused()
  // What was said of another dish is over.
  await expect(
    page.locator(news).filter({ hasText: '2 Miso ramen' }),
  ).toHaveCount(0)
})

test(
  'before the press the stage shows a recording, and says so',
  { tag: '@any-screen' },
  async ({ page }) => {
    await openFirstPage(page)
    await expect(
      page.getByText(/were recorded on \d{4}-\d\d-\d\d/),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Replay that one' }).click()
    await expect(page.locator('.demo-label')).toBeVisible()
    // Nothing was sent: a recording is only shown.
    expect(await ordersOf(page)).toHaveLength(0)
  },
)

test('an empty basket cannot be ordered, and the way out is there', async ({
  page,
}) => {
  await openFirstPage(page)
  await page.getByRole('button', { name: 'One less Miso ramen' }).click()
  const less = page.getByRole('button', { name: 'One less Pork dumplings' })
  await less.click()
  await less.click()
  await expect(
    page.getByRole('button', { name: /^Place order/ }),
  ).not.toBeVisible()
  await page.getByRole('button', { name: 'Add Miso ramen' }).click()
  await expect(page.getByRole('button', { name: /^Place order/ })).toBeEnabled()
})

test(
  'too many requests: the page says when to try again',
  { tag: '@any-screen' },
  async ({ page }) => {
    const button = await openFirstPage(page)
    await page.route('**/api/orders', (route) =>
      route.fulfill({
        status: 429,
        headers: { 'retry-after': '11' },
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'http://127.0.0.1/problems/too-many-requests',
          title: 'Too many requests',
          status: 429,
          detail: 'So many a minute are the limit.',
          instance: '/api/orders',
        }),
      }),
    )
    await button.click()
    await expect(
      page.getByRole('alert').filter({ hasText: 'Too many requests' }),
    ).toBeVisible()
    await page.unroute('**/api/orders')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(
      page.getByRole('heading', { name: 'Order confirmed' }),
    ).toBeVisible()
  },
)

test(
  'a server that asks for a short pause is given it, and asked again with the same key',
  { tag: '@any-screen' },
  async ({ page }) => {
    const button = await openFirstPage(page)
    const keys: (string | undefined)[] = []
    await page.route('**/api/orders', (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      if (keys.length > 1) return route.continue()
      return route.fulfill({
        status: 503,
        headers: { 'retry-after': '1' },
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'http://127.0.0.1/problems/database-too-slow',
          title: 'The database took too long',
          status: 503,
          detail: 'Nothing was kept.',
          instance: '/api/orders',
        }),
      })
    })
    await button.click()
    await expect(page.getByText('It asked for 1 s.').first()).toBeAttached()
    await expect(
      page.getByRole('heading', { name: 'Order confirmed' }),
    ).toBeVisible()
    expect(new Set(keys).size).toBe(1)
    expect(await ordersOf(page)).toHaveLength(1)
  },
)

test(
  'a dish that is sold out is named, and nothing is ordered',
  { tag: '@any-screen' },
  async ({ page }) => {
    const button = await openFirstPage(page)
    await (await page.context().newPage()).goto('/')
    await page.route('**/api/orders', async (route) => {
      const wish = JSON.parse(route.request().postData() ?? '{}')
      // The only portion there is, twice: the server says no by itself.
      wish.lines = [{ dish: 'tea-smoked-duck', quantity: 2 }]
      await route.continue({ postData: JSON.stringify(wish) })
    })
    await button.click()
    await expect(page.getByText(/Tea-smoked duck/i)).toBeVisible()
    await page.unroute('**/api/orders')
    expect(await ordersOf(page)).toHaveLength(0)
  },
)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the first page can be read to its end', async ({ page }) => {
    await page.goto('/')
    await expect(
      page.getByRole('heading', { name: 'Press the button.' }),
    ).toBeVisible()
    await expect(page.getByText('INSERT orders').first()).toBeAttached()
    await expect(page.getByRole('heading', { name: 'Contents' })).toBeVisible()
  })
})

test(
  'no script runs that the page did not bring',
  { tag: '@any-screen' },
  async ({ page, complaints }) => {
    const reply = await page.goto('/')
    expect(reply?.headers()['content-security-policy']).toContain(
      "object-src 'none'",
    )
    const refused = await page.evaluate(() =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          resolve(event.effectiveDirective),
        )
        document.body.insertAdjacentHTML(
          'beforeend',
          '<img src="/nothing" onerror="document.title = 1">',
        )
      }).catch(String),
    )
    expect(refused).toMatch(/script|TrustedHTML/)
    expect(await page.title()).not.toBe('1')
    // The browser says so, too; here that is as it should be.
    complaints.length = 0
  },
)
