import type { Page } from '@playwright/test'
import { expect, ordersOf, test } from './fixtures'

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}

/** An order of this browser, placed before anybody has signed in. */
async function orderFirst(page: Page): Promise<string> {
  await page.goto('/account')
  const id = await page.evaluate(async (body) => {
    const reply = await fetch('/api/orders', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await reply.json()).id
  }, wish)
  return String(id)
}

test('a reader signs in by the identity provider, and their order comes along', async ({
  page,
}) => {
  const order = await orderFirst(page)
  await page
    .getByRole('button', { name: 'Sign in with the identity provider' })
    .click()
  await expect(
    page.getByRole('heading', { name: 'Sign in to Plateful' }),
  ).toBeVisible()
  await expect(page.getByText('nothing is ever sent')).toBeVisible()
  await page.getByLabel('Your name').fill('Mara')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(
    page.getByRole('heading', { name: 'Signed in as Mara' }),
  ).toBeVisible()
  expect((await ordersOf(page)).map(({ id }) => id)).toEqual([order])

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(
    page.getByRole('button', { name: 'Sign in with the identity provider' }),
  ).toBeVisible()
})

test('a reader makes an account by e-mail and password, signs in again, and deletes it', async ({
  page,
}) => {
  const email = `mara-${Date.now()}@example.com`
  await page.goto('/account')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByLabel(/I have no account yet/).check()
  await page.getByRole('button', { name: 'Make an account' }).click()
  const signedIn = page.getByRole('heading', { name: `Signed in as ${email}` })
  await expect(signedIn).toBeVisible()

  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert').first()).toContainText(
    'Which of the two, nobody is told',
  )
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(signedIn).toBeVisible()

  await page.getByRole('button', { name: 'Delete my account' }).click()
  await page.getByRole('button', { name: 'Yes, delete all of it' }).click()
  await expect(page.getByLabel('E-mail')).toBeVisible()
})

test('what was read goes along with the account, into another browser', async ({
  page,
  browser,
}) => {
  const email = `ada-${Date.now()}@example.com`
  const password = 'a long enough password'
  await page.goto('/account')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByLabel(/I have no account yet/).check()
  await page.getByRole('button', { name: 'Make an account' }).click()
  const signedIn = { name: `Signed in as ${email}` }
  await expect(page.getByRole('heading', signedIn)).toBeVisible()

  const kept = page.waitForRequest(
    (request) =>
      request.method() === 'PUT' &&
      request.url().endsWith('/api/account/progress') &&
      Boolean(request.postData()?.includes('servers')),
  )
  await page.goto('/learn/servers')
  await page.locator('h2').nth(2).scrollIntoViewIfNeeded()
  await page.mouse.wheel(0, 3_000)
  expect((await (await kept).response())?.status()).toBe(204)

  const other = await (await browser.newContext()).newPage()
  await other.goto('/account')
  await other.getByLabel('E-mail').fill(email)
  await other.getByLabel('Password').fill(password)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByRole('heading', signedIn)).toBeVisible()
  const progress = () =>
    other.evaluate(() => localStorage.getItem('progress') ?? '')
  await expect.poll(progress).toContain('servers')
  await other.context().close()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the provider’s form works, and a wrong answer is told in words', async ({
    page,
    baseURL,
  }) => {
    const query = new URLSearchParams({
      client_id: 'plateful',
      redirect_uri: `${baseURL}/api/auth/callback/identity`,
      response_type: 'code',
      scope: 'openid profile',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    })
    await page.goto(`/api/identity/authorize?${query}`)
    await page.getByLabel('Your name').fill('Mara')
    await page.getByRole('button', { name: 'Sign in' }).click()
    // Nobody here had asked, so the site takes no answer.
    await expect(page).toHaveURL(/\/account\?error=/)
  })
})
