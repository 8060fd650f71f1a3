import type { Algorithm, Count, Standing } from './algorithm'

/**
 * Sliding window: in any window of time about the quota may come. Counted are
 * the requests of this window, and those of the window before it by as much of
 * that one as the last `windowMs` still reach over. So no border lets twice as
 * many through, and two numbers are enough. Whoever is refused is not counted.
 *
 * It takes the window before as evenly filled; a list of all requests would be
 * exact, and as long as there are requests.
 */
export const slidingWindow: Algorithm = {
  name: 'sliding window',
  isBucket: false,
  first: () => ({ count: 1, before: 0, level: null }),

  next(ms) {
    // A window that ends later than one that begins now was left behind by a
    // clock that has since been set back.
    const end = 'min(resets_at, excluded.resets_at)'
    const turns = `(excluded.resets_at - resets_at) / ${ms}`
    const left = `(${end} + ${ms} - excluded.resets_at)`
    const fits = `count + before * ${left} / ${ms} < excluded.quota`
    const fitsNext = `count * (${left} + ${ms}) / ${ms} < excluded.quota`
    const choose = (same: string, next: string, later: string) =>
      `case ${turns} when 0 then ${same} when 1 then ${next} else ${later} end`
    return {
      count: choose(`count + (${fits})`, fitsNext, '1'),
      before: choose('before', 'count', '0'),
      level: 'null',
      passed: choose(fits, fitsNext, '1'),
      resetsAt: choose(end, `resets_at + ${ms}`, 'excluded.resets_at'),
    }
  },

  standing: (row, ms, now) => standingIn(row, ms, now),
}

/** The same arithmetic as above, in whole numbers, for what the row came to. */
function standingIn(
  { quota, count, before, resetsAt }: Count,
  ms: number,
  now: number,
): Standing {
  const left = Math.max(0, resetsAt - now)
  const carried = Math.floor((before * left) / ms)
  const remaining = Math.max(0, quota - count - carried)
  const level = Math.max(0, quota - count - (before * left) / ms)
  // One more may come when less of the window before is carried over.
  const wanted = Math.min(carried - 1, quota - 1 - count)
  if (wanted < 0) return { remaining, nextMs: left + 1, level }
  const leftThen = Math.ceil(((wanted + 1) * ms) / before) - 1
  return { remaining, nextMs: left - leftThen, level }
}
