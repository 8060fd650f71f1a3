import { actors, type Actor } from '@/contracts/oauth-lab-choices'
import type { Browser } from './browser'

const hidden = /<input type="hidden" name="([^"]+)" value="([^"]*)">/g

/**
 * Fills in the provider's form as a person would. Gives the address that the
 * browser is sent to with the answer; null where there is no form at all.
 */
export async function signInAs(
  actor: Actor,
  browser: Browser,
  authorizeAddress: string,
): Promise<string | null> {
  const { body } = await browser.open(authorizeAddress)
  const [, action] = /<form method="post" action="([^"]+)"/.exec(body) ?? []
  if (action === undefined) return null

  const fields = [...body.matchAll(hidden)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&amp;', '&'),
  ])
  const form = { ...Object.fromEntries(fields), name: actors[actor].name }
  const target = new URL(action, authorizeAddress).href
  const { location } = await browser.open(target, form)
  return location
}
