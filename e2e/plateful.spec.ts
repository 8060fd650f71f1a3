import type { Page } from '@playwright/test'
import {
  expect,
  orderRamen,
  ordersOf,
  test,
  withoutAutopilot,
} from './fixtures'

/** The step the order has reached, as the page tells it. */
async function expectStep(page: Page, name: string) {
  const steps = page.getByRole('list', { name: 'Steps of this order' }).first()
  await expect(steps.locator('[aria-current=step]')).toContainText(name)
}

test.beforeEach(({ page }) => withoutAutopilot(page))

test('a guest chooses, orders, and follows the order to its end', async ({
  page,
}) => {
  await page.goto('/plateful')
  await page.getByRole('link', { name: /Lantern Noodle House/ }).click()
  await expect(page).toHaveURL('/plateful/lantern-noodle-house')
  await page.getByRole('button', { name: /Add.*Miso ramen/ }).click()
  await page.getByLabel('Note for the kitchen').fill('Ring twice')
  await page.getByRole('button', { name: /^Place order/ }).click()
  await expect(
    page.getByRole('heading', { name: 'Order placed' }),
  ).toBeVisible()

  const kitchen = await page.context().newPage()
  await kitchen.goto('/plateful/kitchen')
  for (const press of [/^Accept/, /^Start cooking/, /^Ready/])
    await kitchen.getByRole('button', { name: press }).click()
  const courier = await page.context().newPage()
  await courier.goto('/plateful/courier')
  for (const press of [/^Take it/, /^Collected/, /^Delivered/])
    await courier.getByRole('button', { name: press }).click()
  await expectStep(page, 'Delivered')
  expect((await ordersOf(page)).map(({ status }) => status)).toEqual([
    'delivered',
  ])
})

test('an order is cancelled while it may be', async ({ page }) => {
  await page.goto('/plateful/lantern-noodle-house')
  await page.getByRole('button', { name: /Add.*Pork dumplings/ }).click()
  await page.getByRole('button', { name: /^Place order/ }).click()
  await page.getByRole('button', { name: 'Cancel this order' }).click()
  await expectStep(page, 'Cancelled')
  expect((await ordersOf(page))[0]?.status).toBe('cancelled')
})

test(
  'a closed restaurant says so, and takes no order',
  { tag: '@any-screen' },
  async ({ page }) => {
    await page.goto('/plateful/second-rise-bakery')
    await expect(page.getByText(/closed/i).first()).toBeVisible()
    const add = page.getByRole('button', { name: /^Add / })
    await expect(add).not.toHaveCount(0)
    for (const button of await add.all()) await expect(button).toBeDisabled()
    // Nor by a basket that was filled while it was open.
    const reply = await page.request.post('/api/orders', {
      data: {
        restaurant: 'second-rise-bakery',
        lines: [{ dish: 'cinnamon-bun', quantity: 1 }],
      },
    })
    expect(reply.status()).toBe(409)
    expect((await reply.json()).type).toMatch(/restaurant-closed$/)
  },
)

test(
  'the last portion is sold once, and the second guest is told',
  { tag: '@any-screen' },
  async ({ page }) => {
    const order = async () => {
      await page.goto('/plateful/lantern-noodle-house')
      await page.getByRole('button', { name: /Add.*Tea-smoked duck/ }).click()
      await page.getByRole('button', { name: /^Place order/ }).click()
    }
    await order()
    await expect(
      page.getByRole('heading', { name: 'Order placed' }),
    ).toBeVisible()
    await page.goto('/plateful/lantern-noodle-house')
    await expect(page.getByText(/sold out/i).first()).toBeVisible()
    expect(await ordersOf(page)).toHaveLength(1)
  },
)

test(
  'what is in the basket is still there after the page was closed',
  { tag: '@any-screen' },
  async ({ page }) => {
    await page.goto('/plateful/lantern-noodle-house')
    await page.getByRole('button', { name: /Add.*Miso ramen/ }).click()
    await page.goto('/')
    await page.goto('/plateful/lantern-noodle-house')
    await expect(
      page.getByRole('button', { name: /^Place order/ }),
    ).toContainText('$14.90')
  },
)

test(
  'a move made elsewhere appears on the open page',
  { tag: '@any-screen' },
  async ({ page }) => {
    await orderRamen(page)
    const [order] = await ordersOf(page)
    const moved = await page.request.patch(`/api/orders/${order?.id}`, {
      data: { status: 'accepted' },
    })
    expect(moved.status()).toBe(200)
    await expectStep(page, 'Accepted')
  },
)

test(
  'starting over empties the sandbox',
  { tag: '@any-screen' },
  async ({ page }) => {
    await orderRamen(page)
    await page.goto('/plateful')
    await page.getByRole('button', { name: /Start over/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Start over' })
      .click()
    await expect(async () => {
      expect(await ordersOf(page)).toHaveLength(0)
    }).toPass()
    // The button is gone with the orders: whoever pressed it is told beside it.
    await expect(page.locator(':focus')).toHaveText(
      'Your sandbox is empty again.',
    )
  },
)

test(
  'what comes later does not take the focus of who had none',
  { tag: '@any-screen' },
  async ({ page }) => {
    await page.goto('/plateful')
    await expect(page.getByText(/^Nothing ordered yet/)).toBeVisible()
    await expect(page.locator(':focus')).toHaveCount(0)
    await page.keyboard.press('Tab')
    await expect(page.locator(':focus')).toHaveText('Skip to the main part')
  },
)
