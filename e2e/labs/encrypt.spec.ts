import { expect, expectAccessible, openLab, test } from '../fixtures'

const words = 'Leave it with the neighbour.'

test('a sealed note is read nowhere but in the page, and one bit turned over keeps it shut', async ({
  page,
}) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/labs/encrypt'))
      sent.push(request.postData() ?? '')
  })
  await openLab(page, 'encrypt')
  await page.getByText('Nothing: it does not open').click()
  await page.getByLabel('Your note for the courier').fill(words)
  await page.getByRole('button', { name: 'Send it, open and sealed' }).click()

  const open = page.getByRole('region', { name: 'Sent as it is' })
  const sealed = page.getByRole('region', { name: 'Sealed in this page' })
  await expect(open).toContainText(words, { timeout: 20_000 })
  await expect(open).toContainText('Your words stand in the file')
  await expect(sealed).toContainText('In none of the file’s')
  await expect(sealed).not.toContainText(words)
  await expect(page.getByText('The words stand in none of it.')).toBeVisible()
  await expect(page.locator('.seal-opened')).toContainText(words)

  // Nothing but a nonce and ciphertext was sent of the sealed note.
  expect(sent).toHaveLength(2)
  expect(sent[0]).toContain(words)
  const { kind, nonce, note, ...rest } = JSON.parse(sent[1] ?? '') as Record<
    string,
    string
  >
  expect([kind, rest]).toEqual(['sealed', {}])
  expect(nonce).toMatch(/^[\w-]{16}$/)
  expect(note).toMatch(/^[\w-]+$/)
  expect(sent[1]).not.toContain('neighbour')

  const byte = page.getByRole('button', { name: 'Byte 3', exact: true })
  await byte.click()
  await expect(page.locator('.seal-opened')).toContainText('It does not open')
  await expect(page.getByText('Right, by your own run.')).toBeVisible()
  await byte.click()
  await expect(page.locator('.seal-opened')).toContainText(words)
  await expectAccessible(page, 'main')
})

test('a nonce used twice gives a note away, and a hash can only be guessed', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'the screen is the same')
  await openLab(page, 'encrypt')
  const twice = page.getByRole('region', { name: 'The same nonce twice' })
  const press = twice.getByRole('button', { name: 'Seal both, and listen' })
  await press.click()
  await expect(twice).toContainText('The key is under the red pot')
  await expect(twice).toContainText('without the key')
  await twice.getByRole('radio', { name: 'a new nonce' }).check({ force: true })
  await press.click()
  await expect(twice).toContainText('Nothing to be read.')

  const hash = page.getByRole('region', { name: 'A hash has no way back' })
  const hashBoth = hash.getByRole('button', { name: 'Hash both' })
  await hashBoth.click()
  await expect(hash).toContainText('Another one, all over.')
  await hash.getByLabel('A guess').fill('knock twice')
  await hashBoth.click()
  await expect(hash).toContainText('it is guessed')
})
