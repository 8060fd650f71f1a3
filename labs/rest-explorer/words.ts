import type { RunAnswer } from '@/components/lab/lab-bet'
import { grouped } from '@/components/trace/time-scale'
import { pageTurned } from './pages'
import { askedIn, isRepeat, type Ask, type Stop } from './send-ask'
import { tasks } from './tasks'

export const question = {
  ask: 'You have read a menu. A minute later you ask for it again, and say which version you have. How much of the menu is sent to you?',
  isMany: false,
  options: [
    { id: 'all', text: 'All of it, as the first time' },
    { id: 'some', text: 'What has changed in it' },
    { id: 'none', text: 'Not one byte, if nothing has changed' },
  ],
}

/** Told by the first answer to somebody who said which version they have. */
export function answerOf(stops: readonly Stop[]): RunAnswer | null {
  const asked = stops.find((stop) => askedIn(stop, 'if-none-match') !== null)
  if (!asked) return null
  const { status, bytes } = asked
  return {
    ids: [bytes === 0 ? 'none' : 'all'],
    said: `The answer was ${status}, with ${bytesInWords(bytes)} of body.`,
  }
}

export function bytesInWords(bytes: number): string {
  if (bytes === 0) return 'no byte'
  return bytes === 1 ? 'one byte' : `${grouped(bytes)} bytes`
}

export function statusOf({ status, reason }: Stop): string {
  return `${status} ${reason}`.trim()
}

/** Where the reader is, in a sentence. */
export function sentenceOf(
  here: Stop | null,
  busy: 'here' | 'elsewhere' | null,
): string {
  if (busy === 'here') return 'The request is on its way.'
  if (busy === 'elsewhere') return 'The other window is at work.'
  if (!here) return 'You have been nowhere yet. Begin at an address.'
  const { method, path, bytes } = here
  const again = isRepeat(here)
    ? ' It is the first answer once more, and there is still one order.'
    : ''
  return `${method} ${path} was answered with ${statusOf(here)} and ${bytesInWords(bytes)} of body.${again}`
}

/** How far the reader has come. */
export function progressOf(stops: readonly Stop[]): string {
  const done = tasks.filter(({ isDone }) => isDone(stops)).length
  return `${done} of ${tasks.length} things to try are done`
}

/** What the turned page showed, in sentences; null where none was turned. */
export function pageInWords(stops: readonly Stop[]): string | null {
  const turned = pageTurned(stops)
  if (!turned) return null
  const { between, twice, missed, byCounting } = turned
  const came = between === 1 ? 'An order' : `${between} orders`
  const counted = byCounting
    ? ` Counted by number, the second page would have begun with ${byCounting}, which you had seen.`
    : ''
  return `${came} came in before you turned the page. Shown twice: ${listed(twice)}. Missed: ${listed(missed)}.${counted}`
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ')
}

/** Where the address of a request was found. */
export const foundIn: Record<Ask['from'], string> = {
  start: 'an address to begin with',
  id: 'by a name in the body',
  location: 'by the Location field',
  next: 'by the Link field',
  allow: 'by the Allow field',
  'same-address': '',
}
