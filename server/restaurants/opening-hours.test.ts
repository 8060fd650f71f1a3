import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '@/db/catalogue/catalogue'
import { openingAt } from './opening-hours'

const HOUR_MS = 3_600_000

function at(timeZone: string, opens: string | null, closes: string | null) {
  return (now: string) => openingAt({ timeZone, opens, closes }, new Date(now))
}

function open(closesAt: string | null) {
  const closes = closesAt === null ? null : new Date(closesAt)
  return { open: true, opensAt: null, closesAt: closes }
}

function closed(opensAt: string | null) {
  const opens = opensAt === null ? null : new Date(opensAt)
  return { open: false, opensAt: opens, closesAt: null }
}

describe('an ordinary day', () => {
  const rome = at('Europe/Rome', '11:30', '23:30')

  it('is closed before it opens, and says when it will', () => {
    expect(rome('2026-01-10T10:29:59Z')).toEqual(closed('2026-01-10T10:30Z'))
  })

  it('is open from the very minute it opens', () => {
    expect(rome('2026-01-10T10:30:00Z')).toEqual(open('2026-01-10T22:30Z'))
  })

  it('is closed from the very minute it closes', () => {
    expect(rome('2026-01-10T22:30:00Z')).toEqual(closed('2026-01-11T10:30Z'))
  })

  it('follows the local clock in summer', () => {
    expect(rome('2026-07-10T09:30:00Z')).toEqual(open('2026-07-10T21:30Z'))
  })

  it('knows zones that are half an hour off', () => {
    const delhi = at('Asia/Kolkata', '11:00', '23:00')
    expect(delhi('2026-03-01T05:29Z')).toEqual(closed('2026-03-01T05:30Z'))
  })

  it('knows the zone that is UTC itself', () => {
    const utc = at('UTC', '08:00', '09:00')
    expect(utc('2026-03-01T08:30Z')).toEqual(open('2026-03-01T09:00Z'))
  })
})

describe('an evening that ends on the next day', () => {
  const chicago = at('America/Chicago', '11:00', '03:00')

  it('is still open after midnight', () => {
    expect(chicago('2026-01-10T08:00Z')).toEqual(open('2026-01-10T09:00Z'))
  })

  it('is closed between the two days', () => {
    expect(chicago('2026-01-10T09:00Z')).toEqual(closed('2026-01-10T17:00Z'))
  })

  it('may end at midnight itself', () => {
    const late = at('America/Chicago', '11:00', '00:00')
    expect(late('2026-01-10T05:59Z')).toEqual(open('2026-01-10T06:00Z'))
    expect(late('2026-01-10T06:00Z')).toEqual(closed('2026-01-10T17:00Z'))
  })
})

describe('the two extremes', () => {
  it('round the clock has no closing time', () => {
    const always = at('Asia/Taipei', '00:00', '00:00')
    expect(always('2026-01-10T03:00Z')).toEqual(open(null))
  })

  it('a restaurant without hours never opens', () => {
    const never = at('Europe/Copenhagen', null, null)
    expect(never('2026-01-10T12:00Z')).toEqual(closed(null))
  })
})

describe('the night the clocks go forward (New York, 8 March 2026)', () => {
  it('an opening time that is skipped is when the clocks jump', () => {
    const early = at('America/New_York', '02:30', '09:00')
    expect(early('2026-03-08T06:59Z')).toEqual(closed('2026-03-08T07:00Z'))
    expect(early('2026-03-08T07:00Z')).toEqual(open('2026-03-08T13:00Z'))
  })

  it('a closing time that is skipped is when the clocks jump', () => {
    const late = at('America/New_York', '18:00', '02:30')
    expect(late('2026-03-08T06:59Z')).toEqual(open('2026-03-08T07:00Z'))
    expect(late('2026-03-08T07:00Z')).toEqual(closed('2026-03-08T22:00Z'))
  })

  it('an opening lost in the skipped hour is left out', () => {
    const brief = at('America/New_York', '02:10', '02:50')
    expect(brief('2026-03-08T06:30Z')).toEqual(closed('2026-03-09T06:10Z'))
    expect(brief('2026-03-07T08:00Z')).toEqual(closed('2026-03-09T06:10Z'))
  })

  it('an evening across it is an hour shorter', () => {
    const night = at('America/New_York', '22:00', '04:00')
    expect(night('2026-03-08T03:00Z')).toEqual(open('2026-03-08T08:00Z'))
  })
})

describe('the night the clocks go back (New York, 1 November 2026)', () => {
  it('an opening time that comes twice counts the first time', () => {
    const early = at('America/New_York', '01:30', '09:00')
    expect(early('2026-11-01T05:29Z')).toEqual(closed('2026-11-01T05:30Z'))
    expect(early('2026-11-01T06:10Z')).toEqual(open('2026-11-01T14:00Z'))
  })

  it('a closing time that comes twice counts the first time', () => {
    const late = at('America/New_York', '18:00', '01:30')
    expect(late('2026-11-01T05:29Z')).toEqual(open('2026-11-01T05:30Z'))
    expect(late('2026-11-01T06:10Z')).toEqual(closed('2026-11-01T23:00Z'))
  })

  it('an evening across it is an hour longer', () => {
    const night = at('America/New_York', '22:00', '04:00')
    expect(night('2026-11-01T03:00Z')).toEqual(open('2026-11-01T09:00Z'))
  })

  it('a clock that changes by half an hour is no exception', () => {
    const island = at('Australia/Lord_Howe', '01:45', '05:00')
    expect(island('2026-04-04T14:40Z')).toEqual(closed('2026-04-04T14:45Z'))
    expect(island('2026-04-04T15:10Z')).toEqual(open('2026-04-04T18:30Z'))
  })
})

const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'))
const hours = fc.record({
  timeZone: fc.constantFrom(
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Pacific/Kiritimati',
    'Africa/Casablanca',
    'America/St_Johns',
    'UTC',
  ),
  opens: time,
  closes: time,
})
const now = fc.date({
  min: new Date('2024-01-01T00:00Z'),
  max: new Date('2031-01-01T00:00Z'),
  noInvalidDate: true,
})

function wallClock(timeZone: string, moment: Date) {
  return moment.toLocaleTimeString('en-GB', { timeZone, timeStyle: 'short' })
}

/** Are the clocks left alone for a day and a half around this moment? */
function isQuiet(timeZone: string, moment: Date) {
  const readings = [-36, 0, 36].map((shift) => {
    const then = new Date(moment.getTime() + shift * HOUR_MS)
    const local = then.toLocaleString('sv-SE', { timeZone })
    return Date.parse(`${local}Z`) - then.getTime() + then.getMilliseconds()
  })
  return readings.every((reading) => reading === readings[0])
}

/** Do these hours end and begin anew at the one moment the clocks jump? */
function meetInSkippedHour(hours: { opens: string; closes: string }) {
  const { opens, closes } = hours
  return '02:00' <= closes && closes < opens && opens <= '03:00'
}

describe('any hours, anywhere, at any time', () => {
  it('is open exactly when the clock on the wall says so', () => {
    fc.assert(
      fc.property(hours, now, (hours, now) => {
        fc.pre(isQuiet(hours.timeZone, now))
        const { opens, closes } = hours
        const clock = wallClock(hours.timeZone, now)
        const expected =
          opens < closes
            ? opens <= clock && clock < closes
            : opens <= clock || clock < closes
        expect(openingAt(hours, now).open).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('changes at the moment it names, and not a minute before', () => {
    fc.assert(
      fc.property(hours, now, (hours, now) => {
        const first = openingAt(hours, now)
        const change = first.opensAt ?? first.closesAt
        fc.pre(change !== null && !meetInSkippedHour(hours))

        expect(change.getTime()).toBeGreaterThan(now.getTime())
        expect(openingAt(hours, change).open).toBe(!first.open)
        const before = new Date(change.getTime() - 1)
        expect(openingAt(hours, before)).toEqual(first)
      }),
      { numRuns: 300 },
    )
  })

  it('names a change within a day, or two when the clocks change', () => {
    fc.assert(
      fc.property(hours, now, (hours, now) => {
        const { opensAt, closesAt } = openingAt(hours, now)
        const change = opensAt ?? closesAt ?? now
        const limit = isQuiet(hours.timeZone, now) ? 24 : 49
        expect(change.getTime() - now.getTime()).toBeLessThanOrEqual(
          limit * HOUR_MS,
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('the hours of the catalogue', () => {
  it('at every half hour of a year three are open, and one never is', () => {
    const end = Date.UTC(2029, 0, 1)
    const everOpen = new Set<string>()
    const tooFew: string[] = []

    for (let time = Date.UTC(2028, 0, 1); time < end; time += HOUR_MS / 2) {
      const now = new Date(time)
      const open = catalogue.filter((place) => openingAt(place, now).open)
      if (open.length < 3) tooFew.push(now.toISOString())
      for (const { slug } of open) everOpen.add(slug)
    }

    expect(tooFew).toEqual([])
    expect(everOpen.size).toBe(catalogue.length - 1)
  }, 20_000)

  it('the restaurant of the first page is open round the clock', () => {
    const [first] = catalogue
    expect(first && openingAt(first, new Date())).toEqual(open(null))
  })
})
