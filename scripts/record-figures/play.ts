import type { Locator, Page } from '@playwright/test'
import type { Place } from '@/components/trace/place-of'

/** A trace that a lab shows, by its link on the page or by that link's text. */
export type Shown = {
  title: string
  link: Locator | string
  maxRows?: number
  places?: readonly Place[]
}

export type Played = { outcome: string[]; traces: Shown[] }

/** How a reader plays a lab, once, from its page as it is opened. */
export type Play = {
  /** What is pressed, in words. */
  pressed: string
  /** What no server sees, and so no trace tells. */
  beside?: string
  /** Whether its traces are drawn on one axis, to be compared by eye. */
  hasOneAxis?: boolean
  /** Of how many runs the median is kept, where it is not of three. */
  takes?: number
  run: (page: Page) => Promise<Played>
}

/** Everything from the press to the screen, and not the server's part alone. */
export const everyPlace = [
  'browser',
  'network',
  'server',
  'data',
  'service',
  'auth',
] as const

/** Presses a button by the whole of its name, or by how it begins. */
export async function press(within: Page | Locator, name: string | RegExp) {
  await within
    .getByRole('button', { name, exact: typeof name === 'string' })
    .click()
}

/** What a place on the page says, on one line. */
export async function said(within: Page | Locator, selector: string) {
  const text = await within.locator(selector).first().innerText()
  return onOneLine(text)
}

/** The same of every such place. */
export async function allSaid(within: Page | Locator, selector: string) {
  const texts = await within.locator(selector).allInnerTexts()
  return texts.map(onOneLine)
}

/** What the run said to the bets of a lab, once they are answered. */
export async function answers(page: Page): Promise<string[]> {
  const given = '.prediction-outcome > div:last-child > h4 + p'
  await page.locator(given).first().waitFor({ timeout: 60_000 })
  return allSaid(page, given)
}

/** The address of the trace that a link leads to now. */
export async function hrefOf(link: Locator): Promise<string> {
  const href = await link.getAttribute('href', { timeout: 60_000 })
  if (!href) throw new Error('A link leads nowhere')
  return href
}

export function traceLinks(within: Page | Locator): Locator {
  return within.getByRole('link', { name: /^Open (the|its) trace/ })
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
