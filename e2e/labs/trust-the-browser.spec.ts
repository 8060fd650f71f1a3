import { expect, expectAccessible, openLab, ordersOf, test } from '../fixtures'

const naive = 'The naive checkout'
const real = 'The real checkout'

test('an edited price is kept by the naive checkout and by nobody else, and the bet is answered by the run', async ({
  page,
}) => {
  await openLab(page, 'trust-the-browser')
  await page.getByText('What its own menu says').click()
  await expect(page.getByText('Now press, and the run decides.')).toBeVisible()
  await page
    .getByRole('textbox', { name: 'The price in the page' })
    .fill('0.07')
  await page.getByRole('button', { name: 'Place order' }).click()

  const kept = (name: string) => page.getByRole('region', { name })
  await expect(kept(naive)).toContainText('$2.47', { timeout: 20_000 })
  await expect(kept(real)).toContainText('$14.90')
  await expect(page.getByText('Right, by your own run.')).toBeVisible()
  await expect(page.getByText(/the page said \$0\.07/)).toBeVisible()
  expect(await ordersOf(page)).toHaveLength(1)

  const traces = page.getByRole('link', { name: 'Open the trace' })
  await expect(traces).toHaveCount(2)
  await expect(page.getByText('INSERT order_lines').first()).toBeAttached()
  await expectAccessible(page, 'main')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(kept(naive)).toContainText('Nothing was sent yet.')
})

test('a form that lost its limits lets anything out, and the real door refuses it', async ({
  page,
}) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
  })
  await openLab(page, 'trust-the-browser')
  const order = page.getByRole('button', { name: 'Place order' })
  const portions = page.getByLabel('Portions')
  const isValid = () =>
    portions.evaluate((field: HTMLInputElement) => field.validity.valid)
  await page.getByRole('button', { name: 'Make it one cent' }).click()
  await expect(
    page.getByRole('textbox', { name: 'The price in the page' }),
  ).toHaveValue('0.01')
  // With its limits the form keeps it in: the browser's own check.
  await portions.fill('-3')
  expect(await isValid()).toBe(false)
  await order.click()
  // The press is over when the browser has led back to the field it minds.
  await expect(portions).toBeFocused()
  expect(sent).toEqual([])

  await page.getByRole('button', { name: 'Delete the form’s limits' }).click()
  expect(await isValid()).toBe(true)
  await order.click()
  await expect(page.getByRole('region', { name: naive })).toContainText('−3', {
    timeout: 20_000,
  })
  await expect(page.getByRole('region', { name: real })).toContainText('422')
  expect(sent).toContain('/api/orders')
  expect(await ordersOf(page)).toEqual([])

  await page.getByRole('button', { name: 'Reset' }).click()
  await page.getByLabel(/Write the price into the real order/).check()
  await page.getByRole('button', { name: 'Make it one cent' }).click()
  await order.click()
  await expect(page.getByRole('region', { name: real })).toContainText(
    '/lines/0/price',
    { timeout: 20_000 },
  )
})
