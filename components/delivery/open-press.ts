import { randomUuid } from '@/components/browser-trace'
import { isRecord } from '@/components/read-reply'
import { readKept, writeKept } from './kept'

/** A key lives 24 hours on the server; a little less here. */
const longestMs = 23 * 60 * 60 * 1000

/**
 * The Idempotency-Key for a wish. As long as nobody knows whether the wish was
 * fulfilled it keeps its key, even when the page is loaded anew meanwhile: so
 * that asking again never orders twice.
 */
export function keyFor(restaurant: string, wish: string): string {
  const open = readOpen(restaurant)
  if (open?.wish === wish && Date.now() - open.at < longestMs) return open.key
  const key = randomUuid()
  const press = { key, wish, at: Date.now() }
  writeKept(nameOf(restaurant), JSON.stringify(press))
  return key
}

/** The wish was answered: the next one is another. */
export function closePress(restaurant: string) {
  writeKept(nameOf(restaurant), null)
}

function readOpen(restaurant: string) {
  try {
    const kept: unknown = JSON.parse(readKept(nameOf(restaurant)) ?? 'null')
    if (!isRecord(kept)) return null
    const { key, wish, at } = kept
    return typeof key === 'string' &&
      typeof wish === 'string' &&
      typeof at === 'number'
      ? { key, wish, at }
      : null
  } catch {
    return null
  }
}

function nameOf(restaurant: string): string {
  return `open-press.${restaurant}`
}
