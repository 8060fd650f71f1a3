import { stepOf, type Names } from './names'

export function labServer({ kebab, pascal }: Names): string {
  return `import type { ${pascal}Answer, ${pascal}Wish } from '@/contracts/${kebab}'

/** Counts the letters of the word. */
export function answer${pascal}({ word }: ${pascal}Wish): ${pascal}Answer {
  return { word, letters: [...word].length }
}
`
}

export function labDoor(names: Names): string {
  const { kebab, pascal } = names
  return `import { ${pascal}Wish } from '@/contracts/${kebab}'
import { answer${pascal} } from '@/labs/${kebab}/server/answer-${kebab}'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** The one door of the lab. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const wish = await step('read the wish', () => readJson(request, ${pascal}Wish))
  const answer = await step('${stepOf(names)}', () => answer${pascal}(wish))
  return { status: 200, body: answer }
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
`
}

export function labDoorTest({ kebab, pascal }: Names): string {
  return `import { beforeAll, expect, test, vi } from 'vitest'
import { ${pascal}Answer } from '@/contracts/${kebab}'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_LABS_PER_MINUTE'] = '3'
})

beforeAll(async () => {
  await startTestBackend()
})

const ask = (guest: TestCaller, body: unknown) =>
  guest.call(POST, { method: 'POST', path: '/api/labs/${kebab}', body })

test('a word is answered with the number of its letters', async () => {
  const reply = await ask(await TestCaller.make(), { word: 'ramen' })
  expect(reply.status).toBe(200)
  const answer = ${pascal}Answer.parse(await reply.json())
  expect(answer).toEqual({ word: 'ramen', letters: 5 })
})

test('what is no word is refused', async () => {
  const reply = await ask(await TestCaller.make(), { word: '' })
  expect(reply.status).toBe(422)
})

test('whoever asks too often is told so', async () => {
  const guest = await TestCaller.make()
  for (let asked = 0; asked < 3; asked++) await ask(guest, { word: 'miso' })
  const refused = await ask(guest, { word: 'miso' })
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toMatch(/^\\d+$/)
})
`
}

export function labJourney({ kebab }: Names): string {
  return `import { expect, test } from '../fixtures'

test('a press is answered, and its trace can be opened', async ({ page }) => {
  await page.goto('/labs/${kebab}')
  await page.getByRole('button', { name: 'Ask the server' }).click()
  await expect(page.getByText('ramen has 5 letters.')).toBeVisible()
  await page.getByRole('link', { name: 'Open the trace' }).click()
  await page.waitForURL('**/trace/*')
})
`
}
