import { readFileSync } from 'node:fs'
import { expect, openFirstPage, orderReply, test } from './fixtures'

const label = '.demo-label:visible'

test('what is recorded says so, with the date and version of its recording', async ({
  page,
}) => {
  await openFirstPage(page)
  const text = readFileSync('recordings/place-order.json', 'utf8')
  const { recordedAt, version }: { recordedAt: string; version: string } =
    JSON.parse(text)
  await expect(page.locator(label)).toHaveText('recorded')
  await expect(page.locator('.stage-foot')).toContainText(
    recordedAt.slice(0, 10),
  )
  await expect(page.locator('.stage-foot')).toContainText(`version ${version}`)
  await page.getByRole('button', { name: 'Replay that one' }).click()
  await expect(page.locator(label)).toHaveText('recorded')
})

test('what is live has a trace that the server keeps', async ({ page }) => {
  const button = await openFirstPage(page)
  const replied = orderReply(page)
  await button.click()
  const header = (await replied).headers()['traceresponse']
  const traceId = header?.split('-')[1] ?? ''
  await expect(page.locator(label)).toHaveText('live')
  await page.getByRole('button', { name: 'Skip to the end' }).click()
  const link = page.getByRole('link', { name: 'Open the trace' })
  await expect(link).toHaveAttribute('href', `/trace/${traceId}`)

  await page.goto(`/trace/${traceId}`)
  // A phone has no room for it beside the transport; it is there to be heard.
  await expect(page.locator('.demo-label')).toHaveText('live')
  const kept = await page.request.get(`/api/traces/${traceId}`)
  expect(kept.status()).toBe(200)

  const taken = await page.request.get(`/api/traces/${traceId}?format=otlp`)
  await page.goto('/trace')
  await page.getByLabel('Choose a file of spans').setInputFiles({
    name: 'home.json',
    mimeType: 'application/json',
    buffer: await taken.body(),
  })
  await expect(page.locator('.demo-label')).toHaveText('recorded')
})
