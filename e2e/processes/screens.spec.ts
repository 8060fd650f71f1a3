import { expect, test } from '@playwright/test'
import { orderRamen, withoutAutopilot } from '../fixtures'
import { freePort } from '@/server/http/testing-port.mjs'
import { House } from './server'

test.setTimeout(180_000)
let house: House
test.beforeEach(() => {
  house = new House()
})
test.afterEach(() => house.close())

const ramen = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}

test('a kitchen whose server is killed goes on where it was, and shows nothing twice', async ({
  page,
}) => {
  const port = await freePort()
  let server = await house.start({}, port)
  const tickets = page.locator('.kitchen-ticket')
  const connection = page.locator('.connection').first()
  await withoutAutopilot(page)
  await orderRamen(page, server.url)
  await page.goto(`${server.url}/plateful/kitchen`)
  await expect(tickets).toHaveCount(1)
  await expect(connection).toHaveClass(/is-open/)

  // What the stream was asked for, and from where on.
  const asked: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/events'))
      asked.push(request.headers()['last-event-id'])
  })
  await server.stop('SIGKILL')
  await expect(connection).toHaveClass(/is-lost/)
  server = await house.start({}, port)
  const reply = await page.request.post(`${server.url}/api/orders`, {
    data: ramen,
  })
  expect(reply.status()).toBe(201)
  await expect(connection).not.toHaveClass(/is-lost/, { timeout: 60_000 })
  await expect(tickets).toHaveCount(2)
  expect(asked.at(-1)).toMatch(/^\d+$/)

  // The stream works on: a move made elsewhere is seen, once.
  const { id } = await reply.json()
  const moved = await page.request.patch(`${server.url}/api/orders/${id}`, {
    data: { status: 'accepted' },
  })
  expect(moved.status()).toBe(200)
  const ordered = tickets.filter({ hasText: id.slice(-5).toUpperCase() })
  await expect(ordered).toContainText('Accepted by the kitchen')
  await expect(page.getByText('Accepted by the kitchen')).toHaveCount(1)
  await expect(tickets).toHaveCount(2)
})

test('a press while the server is down says that nobody knows, and changes nothing', async ({
  page,
}) => {
  const port = await freePort()
  const server = await house.start({}, port)
  await orderRamen(page, server.url)
  await page.goto(`${server.url}/plateful/kitchen`)
  const accept = page.getByRole('button', { name: /^Accept/ })
  await expect(accept).toBeVisible()
  await server.stop('SIGKILL')
  await accept.click()
  const notice = page
    .getByRole('alert')
    .filter({ hasText: 'No answer came back' })
  await expect(notice).toBeVisible()
  await expect(accept).toBeVisible()
})
