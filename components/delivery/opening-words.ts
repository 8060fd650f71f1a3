import type { Restaurant } from '@/contracts/restaurants'

type Opening = Pick<Restaurant, 'open' | 'opensAt' | 'closesAt'>
type Clock = { timeZone?: string; locale?: string }

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** When a restaurant opens or closes, on the clock of whoever reads it. */
export function openingWords(
  { open, opensAt, closesAt }: Opening,
  now: Date,
  clock: Clock = {},
): string {
  if (open && !closesAt) return 'Open day and night'
  if (open && closesAt) {
    const at = new Date(closesAt)
    const left = at.getTime() - now.getTime()
    if (left < hourMs) return `Closes in ${minutes(left)}`
    return `Open until ${timeOf(at, clock)}`
  }
  if (!opensAt) return 'Closed until further notice'
  const at = new Date(opensAt)
  const left = at.getTime() - now.getTime()
  if (left < hourMs) return `Opens in ${minutes(left)}`
  return `Opens ${dayOf(at, now, clock)} at ${timeOf(at, clock)}`
}

/** How long until what these words say is no longer true; null for never. */
export function staleInMs(
  places: readonly Opening[],
  now: Date,
): number | null {
  const changes = places.flatMap(({ opensAt, closesAt }) => {
    const at = opensAt ?? closesAt
    return at ? [Date.parse(at) - now.getTime()] : []
  })
  const next = Math.min(...changes)
  return changes.length === 0 ? null : Math.max(next, 0)
}

function minutes(ms: number): string {
  const count = Math.max(1, Math.ceil(ms / minuteMs))
  return count === 1 ? '1 minute' : `${count} minutes`
}

function timeOf(at: Date, { timeZone, locale }: Clock): string {
  return at.toLocaleTimeString(locale, {
    timeZone,
    timeStyle: 'short',
  })
}

function dayOf(at: Date, now: Date, clock: Clock): string {
  const [then, today] = [dateOf(at, clock), dateOf(now, clock)]
  if (then === today) return 'today'
  const tomorrow = dateOf(new Date(Date.parse(`${today}T12:00Z`) + dayMs), {
    timeZone: 'UTC',
  })
  if (then === tomorrow) return 'tomorrow'
  const weekday = at.toLocaleDateString('en', {
    timeZone: clock.timeZone,
    weekday: 'long',
  })
  return `on ${weekday}`
}

/** `2026-11-23` on the reader's calendar. */
function dateOf(moment: Date, { timeZone }: Clock): string {
  return moment.toLocaleDateString('sv-SE', { timeZone })
}
