import type { Restaurant } from '@/contracts/restaurants'

type Hours = Restaurant['hours']
type Opening = { open: boolean; opensAt: Date | null; closesAt: Date | null }

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

const NEVER: Opening = { open: false, opensAt: null, closesAt: null }
const ALWAYS: Opening = { open: true, opensAt: null, closesAt: null }

/** Tells whether a restaurant is open now, and when that changes next. */
export function openingAt(hours: Hours, now: Date): Opening {
  const { timeZone, opens, closes } = hours
  if (opens === null || closes === null) return NEVER
  if (opens === closes) return ALWAYS

  const today = midnightOn(timeZone, now.getTime())
  const start = minutesOf(opens) * MINUTE_MS
  const end = minutesOf(closes) * MINUTE_MS + (closes < opens ? DAY_MS : 0)

  // Yesterday counts, for its evening may not be over. The day after tomorrow
  // counts too: an opening can be lost in the hour that the clocks skip.
  for (const day of [-1, 0, 1, 2]) {
    const midnight = today + day * DAY_MS
    const until = momentOf(timeZone, midnight + end)
    if (until <= now.getTime()) continue

    const from = momentOf(timeZone, midnight + start)
    if (from === until) continue
    return from > now.getTime()
      ? { open: false, opensAt: new Date(from), closesAt: null }
      : { open: true, opensAt: null, closesAt: new Date(until) }
  }
  return NEVER
}

/** "18:30" is 1,110 minutes into the day. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Midnight of the local day. Local times are numbers as if it were UTC. */
function midnightOn(timeZone: string, moment: number): number {
  const local = moment + offsetAt(timeZone, moment)
  return Math.floor(local / DAY_MS) * DAY_MS
}

/**
 * The first moment at which the clock on the wall has reached a local time.
 * A time that is skipped in spring is reached when the clocks jump over it;
 * one that comes twice in autumn is reached the first time.
 */
function momentOf(timeZone: string, local: number): number {
  const before = offsetAt(timeZone, local - DAY_MS)
  const after = offsetAt(timeZone, local + DAY_MS)

  let moment = local - Math.max(before, after)
  while (moment + offsetAt(timeZone, moment) < local) moment += MINUTE_MS
  return moment
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, moment: number): number {
  const text = clockOf(timeZone).format(moment)
  const [, sign, hours, minutes] = text.match(/GMT(.)(\d\d):(\d\d)/) ?? []
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS
  return sign === '-' ? -offset : offset
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** One formatter per zone, kept: making one takes longer than using it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known

  // Written like "7/1/2026, GMT+02:00", or only "GMT" where that is the time.
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    timeZoneName: 'longOffset',
  })
  clocks.set(timeZone, clock)
  return clock
}
