import { statusNames } from '@/components/delivery/order-progress'
import { wayNames, type Heard } from './figures'
import type { RunState } from './run'
import { inner, milliseconds, titles } from './words'

/** What is going on, in one sentence: the newest that there is to say. */
export function sentenceOf(state: RunState | null, isSending: boolean): string {
  if (isSending) return 'The order is on its way to the server.'
  if (!state) return 'Nothing has been ordered yet.'
  const { phase, ending, isPaused } = state
  if (phase === 'over') return endingOf(ending)
  if (isPaused) return 'Paused, because the lab is out of sight.'
  if (phase === 'starting') return 'The page asks the server what time it is.'
  if (phase === 'quiet')
    return 'Delivered, and all three have heard it. Now comes a minute in which nothing happens.'
  return newestOf(state) ?? 'Placed. All three follow the order now.'
}

function endingOf(ending: RunState['ending']): string {
  if (ending === 'gone')
    return 'The server knows this order no longer. Place another one.'
  if (ending === 'no-clock')
    return 'The server did not answer. The order is placed; try again.'
  if (ending === 'stopped') return 'Stopped. What was measured stands below.'
  return 'The quiet minute is over. What it cost stands below.'
}

/** "Accepted: heard by server-sent events after 31 ms, by long polling …" */
function newestOf({ ways }: RunState): string | null {
  const all = wayNames.flatMap((name) =>
    ways[name].heard.map((heard) => ({ name, heard })),
  )
  const newest = all.reduce<Heard | null>(
    (best, { heard }) =>
      best && best.happenedAt >= heard.happenedAt ? best : heard,
    null,
  )
  if (!newest) return null
  const parts = all
    .filter(
      ({ heard }) => heard.status === newest.status && heard.paintedAt !== null,
    )
    .sort((a, b) => (a.heard.paintedAt ?? 0) - (b.heard.paintedAt ?? 0))
    .map(({ name, heard }) => {
      const { paintedAt, happenedAt, isLate } = heard
      const when = isLate
        ? 'on return'
        : `after ${milliseconds((paintedAt ?? 0) - happenedAt)}`
      return `by ${inner(titles[name])} ${when}`
    })
  const name = statusNames[newest.status]
  return parts.length === 0 ? `${name}.` : `${name}: heard ${parts.join(', ')}.`
}
