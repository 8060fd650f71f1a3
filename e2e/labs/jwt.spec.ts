import { expect, expectAccessible, openLab, test } from '../fixtures'

test('a forged header is refused by a line of code, both formats are held to the same, and a cookie stays sealed', async ({
  page,
}) => {
  await openLab(page, 'jwt')
  await page.getByText('401: it does not ask the header').click()
  await page.getByRole('button', { name: 'Make me a token' }).click()
  const token = page.getByRole('region', { name: 'Your token' })
  const payload = token.getByRole('textbox', { name: '2. Payload' })
  await expect(payload).toHaveValue(/"sub": "sbx_/)

  const send = page.getByRole('button', { name: 'Send it to the doors' })
  const back = page.locator('.lab-back')
  await page.getByRole('radio', { name: 'alg: none' }).check()
  await expect(token.getByRole('textbox', { name: '1. Header' })).toHaveValue(
    /"alg": "none"/,
  )
  await send.click()
  await expect(page.getByText('Right, by your own run.')).toBeVisible()
  await expect(back).toContainText('HTTP/1.1 401')
  await expect(back).toContainText('invalid_token')
  await expect(back.locator('.code-line.is-run')).toHaveText(
    "    algorithms: ['HS256'],",
  )
  await expect(back.getByRole('heading')).toContainText([/^Refused: 401/])
  await expectAccessible(page, 'main')

  // A letter that the reader changes with their own hands.
  await page.getByRole('radio', { name: 'Genuine' }).check()
  await expect(token.getByRole('textbox', { name: '1. Header' })).toHaveValue(
    /"alg": "HS256"/,
  )
  await expect(payload).toHaveValue(/"aud": "plateful"/)
  await payload.fill((await payload.inputValue()).replace('plateful', 'p'))
  await send.click()
  await expect(back.locator('.code-line.is-run')).toContainText('jwtVerify(')

  await token.getByText('PASETO', { exact: true }).click()
  await expect(token.getByText('v4.public.').first()).toBeVisible()
  await send.click()
  await expect(back).toContainText('Let in: 200')

  await page.getByRole('button', { name: /^Send the other/ }).click()
  const tried = page.getByRole('table', { name: 'What a door answered' })
  await expect(page.getByRole('button', { name: /to go$/ })).toHaveCount(0, {
    timeout: 30_000,
  })
  await expect(tried.getByRole('row')).toHaveCount(12)
  await expect(tried.getByRole('cell', { name: '200' })).toHaveCount(2)

  await page.getByRole('button', { name: 'Look at my session cookie' }).click()
  await expect(page.getByText('you are not signed in')).toBeVisible()
})

test('the session cookie of who is signed in is told by its length, and cannot be read', async ({
  page,
}) => {
  const width = page.viewportSize()?.width ?? 0
  test.skip(width < 900, 'it is the same on a phone')
  await page.goto('/account')
  await page
    .getByRole('button', { name: 'Sign in with the identity provider' })
    .click()
  await page.getByLabel('Your name').fill('Ada')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(
    page.getByRole('heading', { name: 'Signed in as Ada' }),
  ).toBeVisible()
  await openLab(page, 'jwt')
  await page.getByRole('button', { name: 'Look at my session cookie' }).click()
  const sealed = page.getByRole('region', { name: 'Signed, or encrypted' })
  await expect(sealed).toContainText('"enc":"A256GCM"')
  await expect(sealed).toContainText('ciphertext')
})
