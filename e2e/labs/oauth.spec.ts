import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  openLab,
  test,
} from '../fixtures'

const hops = (page: Page) =>
  page.getByRole('region', { name: /^Hops between/ }).getByRole('listitem')

async function signIn(page: Page, name: string) {
  await page.getByRole('button', { name: /^Sign in (for real|once)/ }).click()
  await expect(
    page.getByRole('heading', { name: 'Sign in to Plateful' }),
  ).toBeVisible()
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/labs\/oauth$/)
  await expect(
    page.getByText('You are signed in. Of 16 hops').first(),
  ).toBeVisible({ timeout: 20_000 })
}

test('a reader signs in, comes back, and plays the sign-in hop by hop', async ({
  page,
}) => {
  await openLab(page, 'oauth')
  await signIn(page, 'Mara')
  await expect(hops(page)).toHaveCount(16)
  await expect(hops(page).nth(2)).toContainText('200 go there + challenge')
  await expect(page.getByText('hop 1', { exact: true })).toBeVisible()

  const next = page.getByRole('button', { name: 'Next hop' })
  const about = page.getByRole('region', { name: 'About this hop' })
  for (let hop = 2; hop <= 10; hop++) {
    await next.click()
    await expect(page.getByText(`hop ${hop}`, { exact: true })).toBeVisible()
  }
  await expect(about).toContainText('Prove you are the one who started')
  await expect(about).toContainText('same fingerprint, tokens granted')
  await expect(about).toContainText('(43 characters)')
  const code = page.getByRole('tabpanel', { name: 'Code' })
  await expect(code).toContainText('server/identity/redeem-code.ts')
  await page.getByRole('tab', { name: 'Why' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Why' })).toContainText(
    'only whoever began this sign-in has it',
    { ignoreCase: true },
  )

  // By the keyboard alone, within the list.
  await page.locator('[aria-current="step"]').focus()
  await page.keyboard.press('End')
  await expect(about).toContainText('Home, with a new cookie')
  await page.keyboard.press('Home')
  await expect(about).toContainText('You ask to be signed in')
  await expectAccessible(page, 'main')
  await expectFits(page, page.viewportSize()?.width ?? 390)

  // Whoever has an account by then signs in to it again.
  await signIn(page, 'Mara')
  const reply = await page.request.get('/api/account')
  expect(await reply.json()).toMatchObject({ name: 'Mara' })
})

for (const [mode, title, fell] of [
  ['Without state', 'Hop', 'Mara’s browser is signed in as Mallory'],
  ['Without PKCE', 'Hop', 'Mallory’s browser is signed in as Mara'],
  ['Loose redirect', 'Hop', 'Mallory’s browser is signed in as Mara'],
] as const)
  test(
    `${mode}: the attack succeeds against the twin and fails against Plateful`,
    {
      tag: '@any-screen',
    },
    async ({ page }) => {
      await openLab(page, 'oauth')
      await page.getByText(mode, { exact: true }).click()
      const twin = page.getByRole('region', { name: 'The weak twin' })
      const real = page.getByRole('region', { name: 'Plateful', exact: true })

      await page.getByRole('button', { name: 'Attack the weak twin' }).click()
      await expect(twin).toContainText(fell, { timeout: 20_000 })
      await expect(twin).toContainText('.unsafe.ts')
      await expect(page.getByText(title).first()).toBeVisible()
      await expect.poll(() => hops(page).count()).toBeGreaterThan(8)

      await page.getByRole('button', { name: /^Attack Plateful/ }).click()
      await expect(real).toContainText('nobody is signed in', {
        timeout: 20_000,
      })
      await expect(page.getByText('Plateful held.').first()).toBeVisible()
      await expectAccessible(page, 'main')
      // Nobody has become anybody by it.
      expect((await page.request.get('/api/account')).status()).toBe(404)
    },
  )

test(
  'the bet on a found code is answered by the attack on Plateful',
  {
    tag: '@any-screen',
  },
  async ({ page }) => {
    await openLab(page, 'oauth')
    await page
      .getByRole('radio', { name: 'the code is only half of it' })
      .check({ force: true })
    await page.getByText('Without PKCE', { exact: true }).click()
    await page.getByRole('button', { name: /^Attack Plateful/ }).click()
    await expect(page.getByText('Right, by your own run.')).toBeVisible({
      timeout: 20_000,
    })
  },
)

test('who turns back at the provider finds the way to the lab again', async ({
  page,
}) => {
  await openLab(page, 'oauth')
  await page.getByRole('button', { name: /^Sign in (for real|once)/ }).click()
  await page.getByRole('link', { name: 'Cancel' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'turned back' })
  await expect(notice).toBeVisible()
  await notice.getByRole('link', { name: 'Back to where you began' }).click()
  await expect(page).toHaveURL(/\/labs\/oauth$/)
})
