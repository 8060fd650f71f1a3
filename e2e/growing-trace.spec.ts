import type { Page } from '@playwright/test'
import { expect, openFirstPage, ordersOf, test } from './fixtures'
import { watchShifts } from './watch-shifts'

const spanCount = async (page: Page) => {
  const heading = page.locator('#timeline-name')
  return Number(/[\d,]+/.exec((await heading.textContent()) ?? '')?.[0])
}

test('spans that arrive move nothing of what is being read', async ({ page }, {
  project,
}) => {
  const shifts = await watchShifts(page)
  await (await openFirstPage(page)).click()
  await page.getByRole('button', { name: 'Skip to the end' }).click()
  await page.getByRole('link', { name: 'Open the trace' }).click()
  await expect(page).toHaveURL(/\/trace\/[0-9a-f]{32}/)
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  const traceId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const [order] = await ordersOf(page)

  /** Requests of another program, within this very trace. */
  const ask = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const reply = await page.request.get(`/api/orders/${order?.id}`, {
        headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
      })
      expect(reply.status()).toBe(200)
    }
  }
  const grow = async (from: number) => {
    await ask(4)
    await expect.poll(() => spanCount(page)).toBeGreaterThan(from)
  }

  // The click that led here is no longer what a change is put down to.
  await page.reload()
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  // The page follows the trace by now.
  await grow(await spanCount(page))
  await shifts.take()

  await test.step('a story of steps told whole', async () => {
    await grow(await spanCount(page))
    expect(await shifts.take()).toEqual([])
  })

  await test.step('a list of which only a part is drawn', async () => {
    while ((await spanCount(page)) <= 200) await grow(await spanCount(page))
    expect(await shifts.take()).toEqual([])
  })

  if (project.name === 'mobile') return
  await test.step('the row at the edge stays there', async () => {
    const places = () =>
      page.evaluate(() =>
        ['.timeline-scroller', '.story-scroller'].map((name) => {
          const scroller = document.querySelector(name)
          const edge = scroller?.getBoundingClientRect().top ?? 0
          const row = [...(scroller?.querySelectorAll('li') ?? [])].find(
            (one) => one.getBoundingClientRect().bottom > edge,
          )
          return `${row?.textContent} ${row?.getBoundingClientRect().top}`
        }),
      )
    await page.evaluate(() => {
      for (const name of ['.timeline-scroller', '.story-scroller'])
        document.querySelector(name)?.scrollTo({ top: 500 })
    })
    await expect.poll(places).not.toContain('undefined undefined')
    await page.evaluate(() => new Promise(requestAnimationFrame))
    const before = await places()
    await grow(await spanCount(page))
    expect(await places()).toEqual(before)
    expect(await shifts.take()).toEqual([])
  })
})
