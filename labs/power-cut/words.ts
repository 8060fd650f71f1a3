import type { Moment } from '@/contracts/moments'
import type { CutOutcome, Drawers } from '@/contracts/power-cut'

/** The two writes, as the program sends them. */
export const writes = [
  "UPDATE dishes SET portions = portions - 2 WHERE id = 'miso-ramen'",
  "INSERT INTO orders VALUES (1042, 'miso-ramen', 2)",
] as const

/** What the tables hold before the order. */
export const start: Drawers = { portions: 14, orders: 0 }

export const momentNames: Record<Moment, string> = {
  'before-first': 'before the first write',
  between: 'between the two writes',
  'before-commit': 'after the second, before COMMIT',
  'after-commit': 'after COMMIT',
}

export const questions: Record<Moment, string> = {
  'before-first':
    'What do you think happens if the power goes out before the first of these two writes?',
  between:
    'What do you think happens if the power goes out between these two writes?',
  'before-commit':
    'What do you think happens if the power goes out after both writes, and before COMMIT?',
  'after-commit':
    'What do you think happens if the power goes out after COMMIT?',
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export function milliseconds(value: number): string {
  return `${number.format(value)} ms`
}

function bytes(value: number): string {
  return value === 1 ? '1 byte' : `${number.format(value)} bytes`
}

export function rows(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`
}

/** What is in the tables, said in one breath. */
export function held({ portions, orders }: Drawers): string {
  return `${portions} portions, ${rows(orders)} in orders`
}

/** The log, and what a restart makes of it. */
export function logWords({ bytes: size, pages, committed }: CutOutcome['log']) {
  if (pages === 0)
    return `${bytes(size)}. No page had reached it, so there was nothing to recover.`
  const found = pages === 1 ? '1 page' : `${pages} pages`
  const kept =
    committed === pages
      ? 'all under a commit: the restart keeps them'
      : `${committed} under a commit: the restart passes over the rest`
  return `${bytes(size)}. ${found}, ${kept}.`
}
