import type { Locator, Page } from '@playwright/test'
import { expect, openFirstPage, orderReply, test } from './fixtures'

/** A browser whose computer tells another time, for every script of a page. */
async function setClock(page: Page, offMs: number) {
  await page.addInitScript((off) => {
    const { timeOrigin } = performance
    Object.defineProperty(Performance.prototype, 'timeOrigin', {
      get: () => timeOrigin + off,
    })
    const RealDate = Date
    const now = () => RealDate.now() + off
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, args, made) =>
        Reflect.construct(target, args.length > 0 ? args : [now()], made),
      apply: () => new RealDate(now()).toString(),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    })
  }, offMs)
}

type Timed = {
  name: string
  service: string
  spanId: string
  startTimeUnixNano: string
}

async function spansOf(page: Page, traceId: string): Promise<Timed[]> {
  let spans: Timed[] = []
  await expect(async () => {
    const reply = await page.request.get(`/api/traces/${traceId}`)
    spans = (await reply.json()).spans
    const services = new Set(spans.map(({ service }) => service))
    expect(services).toEqual(new Set(['browser', 'plateful', 'restaurant']))
  }).toPass()
  return spans
}

async function sidesOf(row: Locator) {
  const box = await row.locator('.wf-bar').boundingBox()
  if (!box) throw new Error('The bar of a row is not on the screen')
  return { left: box.x, right: box.x + box.width }
}

const fiveMinutesMs = 5 * 60_000

for (const [way, offMs] of [
  ['ahead of', fiveMinutesMs],
  ['behind', -fiveMinutesMs],
] as const)
  test(`with a clock five minutes ${way} the server’s the timeline is right, and says why`, async ({
    page,
  }) => {
    await setClock(page, offMs)
    const button = await openFirstPage(page)
    const replied = orderReply(page)
    await button.click()
    const traceId =
      (await replied).headers()['traceresponse']?.split('-')[1] ?? ''
    await expect(
      page.getByRole('heading', { name: 'Order confirmed' }),
    ).toBeVisible()

    // What is stored is what each clock said: nothing was corrected there.
    const spans = await spansOf(page, traceId)
    const find = (service: string) => {
      const span = spans.find(
        (one) => one.service === service && one.name === 'POST /api/orders',
      )
      if (!span) throw new Error(`No call recorded by ${service}`)
      return span
    }
    const [call, answer] = [find('browser'), find('plateful')]
    const apartMs =
      Number(
        BigInt(call.startTimeUnixNano) - BigInt(answer.startTimeUnixNano),
      ) / 1e6
    expect(Math.abs(apartMs - offMs)).toBeLessThan(30_000)

    await page.goto(`/trace/${traceId}`)
    await expect(
      page.getByText(`The browser’s clock was 5 min 0 s ${way} the server’s.`),
    ).toBeVisible()
    const onPhone = page.getByRole('button', { name: 'Timeline' })
    if (await onPhone.isVisible()) await onPhone.click()
    const row = ({ spanId }: Timed) =>
      page.locator(`[data-span-row="${spanId}"]`).first()
    const [outer, inner] = [
      await sidesOf(row(call)),
      await sidesOf(row(answer)),
    ]
    // To the pixel, and bars have a least width.
    expect(inner.left).toBeGreaterThanOrEqual(outer.left - 1)
    expect(inner.right).toBeLessThanOrEqual(outer.right + 3)
  })

test('spans of 1970 and of 2262 break no page', async ({ page }) => {
  const placed = await page.request.post('/api/orders', {
    data: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    },
  })
  const traceId = placed.headers()['traceresponse']?.split('-')[1] ?? ''
  const spans = ['1', '9223372036854775807'].map((time, at) => ({
    traceId,
    spanId: `${at + 1}`.repeat(16),
    name: `long ago or far ahead ${at}`,
    startTimeUnixNano: time,
    endTimeUnixNano: time,
  }))
  const sent = await page.request.post('/api/traces', {
    data: { resourceSpans: [{ scopeSpans: [{ spans }] }] },
  })
  expect(sent.status()).toBe(200)
  expect((await page.goto(`/trace/${traceId}`))?.status()).toBe(200)
  await expect(page.getByText('long ago or far ahead 1').first()).toBeVisible()
})
