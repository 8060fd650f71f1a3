import type { Page } from '@playwright/test'
import { expect, expectAccessible, openLab, test } from '../fixtures'

/** What the frames are refused is told in the console too, and is no fault. */
function forgive(complaints: string[]) {
  const isRefusal = (text: string) =>
    /Content Security Policy|violates|sandboxed|document\.write/i.test(text)
  const others = complaints.filter((text) => !isRefusal(text))
  complaints.splice(0, complaints.length, ...others)
}

async function publish(page: Page, preset: string) {
  await page.getByRole('button', { name: preset, exact: true }).click()
  await page.getByRole('button', { name: 'Publish the review' }).click()
}

const joined = (page: Page) =>
  page.getByRole('region', { name: 'Joined, and nothing else' })

test('a script in a review runs where the page was joined, and in neither of the others', async ({
  page,
  complaints,
}) => {
  await openLab(page, 'xss')
  await page.getByText('In one that was joined out of strings').click()
  await publish(page, 'Take the session')
  await expect(page.getByText('Right, by your own run.')).toBeVisible({
    timeout: 20_000,
  })
  await expect(joined(page)).toContainText(/the attacker reads mara-[0-9a-f]+/)
  const real = page.getByRole('region', { name: 'Shown by React' })
  await expect(real).toContainText('<img src=x onerror=')
  await expect(real.locator('img')).toHaveCount(0)
  const guarded = page.getByRole('region', { name: 'Joined, under a policy' })
  await expect(guarded).toContainText('script-src-attr blocked inline')
  await expect(page.locator('.lab-back mark')).toContainText('<img src=x')
  await expectAccessible(page, 'main')

  await page.getByLabel('Your review').fill('A <i>fine</i> soup.')
  await page.getByRole('button', { name: 'Publish the review' }).click()
  await expect(page.getByText('No script was heard of.').first()).toBeVisible({
    timeout: 10_000,
  })
  forgive(complaints)
})

test(
  'what runs in the frame reaches no cookie, no storage, no page and no door of this site',
  { tag: '@any-screen' },
  async ({ page, complaints, isMobile }) => {
    test.skip(isMobile, 'the frame is the same')
    await openLab(page, 'xss')
    await publish(page, 'Reach for this site')
    for (const told of [
      'cookies: SecurityError',
      'storage: SecurityError',
      'the page around it: SecurityError',
      'your orders: TypeError',
    ])
      await expect(joined(page)).toContainText(told)

    // The same from without, and also where it is opened in a tab of its own.
    const stages = page
      .frames()
      .filter((frame) => /\/labs\/xss\//.test(frame.url()))
    expect(stages).toHaveLength(2)
    for (const name of ['open', 'guarded']) {
      const tab = await page.context().newPage()
      await tab.goto(`/labs/xss/${name}.html`)
      stages.push(tab.mainFrame())
    }
    for (const stage of stages) {
      const found = await stage.evaluate(async () => {
        const attempt = (look: () => unknown) => {
          try {
            return String(look())
          } catch (error) {
            return error instanceof Error ? error.name : 'refused'
          }
        }
        return {
          origin: self.origin,
          cookies: attempt(() => document.cookie),
          storage: attempt(() => localStorage.length),
          databases: attempt(() => indexedDB.open('any')),
          fetched: await fetch('/api/orders', { credentials: 'include' }).then(
            () => 'answered',
            (error: Error) => error.name,
          ),
          popup: attempt(() => window.open('/') === null),
        }
      })
      expect(found).toEqual({
        origin: 'null',
        cookies: 'SecurityError',
        storage: 'SecurityError',
        databases: 'SecurityError',
        fetched: 'TypeError',
        popup: 'true',
      })
    }
    forgive(complaints)
  },
)

test(
  'the page of the lab itself keeps the site’s policy',
  { tag: '@any-screen' },
  async ({ page, isMobile }) => {
    test.skip(isMobile, 'a reply has no width')
    const policyOf = async (path: string) =>
      (await page.request.get(path)).headers()['content-security-policy'] ?? ''
    expect(await policyOf('/labs/xss')).toBe(await policyOf('/learn/servers'))
    expect(await policyOf('/labs/xss')).not.toContain('sandbox')
    expect(await policyOf('/labs/xss/open.html')).toContain(
      'sandbox allow-scripts;',
    )
    expect(await policyOf('/labs/xss/guarded.html')).not.toContain(
      "script-src 'unsafe-inline'",
    )
  },
)
