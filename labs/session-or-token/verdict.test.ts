import { expect, test } from 'vitest'
import {
  devices,
  ticketWays,
  type TicketWay,
} from '@/contracts/session-lab-choices'
import type { Round } from './use-logins'
import { medianOf } from '@/components/plot/median'
import { answerOf, lifeOf, sentenceOf } from './verdict'

const round = (
  atMs: number,
  isAfterLogOut: boolean,
  open: readonly TicketWay[],
): Round => ({
  atMs,
  isAfterLogOut,
  visits: devices.flatMap((device) =>
    ticketWays.map((way) => ({
      device,
      way,
      isLetIn: open.includes(way),
      traceId: null,
      lookUpMs: way === 'token' ? null : 0.2,
      checkMs: way === 'session' ? null : 0.1,
    })),
  ),
})

const before = round(100, false, ticketWays)
const after = round(2_000, true, ['token'])
const over = round(31_000, true, [])
const told = {
  rounds: [before],
  loggedOutMs: null,
  seconds: 30 as const,
  struckOut: 0,
}

test('the bet is answered by the first round after the log-out', () => {
  expect(answerOf([before])).toBeNull()
  expect(answerOf([before, after, over])?.ids).toEqual(['token'])
  expect(answerOf([before, over])?.ids).toEqual(['none'])
})

test('the sentence tells what was struck out, and how long the rest goes on', () => {
  expect(sentenceOf(told, false)).toBe('All 6 tickets were let in.')
  const left = { ...told, loggedOutMs: 2_000, struckOut: 2 }
  expect(sentenceOf({ ...left, rounds: [before, after] }, false)).toMatch(
    /^2 rows were struck out.*2 tokens are let in all the same.*another 28\.0 s\.$/,
  )
  expect(sentenceOf({ ...left, rounds: [after, over] }, false)).toContain(
    'The JWT alone went on for another 28.0 s',
  )
  expect(sentenceOf({ ...told, rounds: [before, over] }, false)).toContain(
    'though nobody logged out',
  )
})

test('the life of a ticket is told by the rounds that it was shown in', () => {
  const rounds = [before, after, over]
  expect(lifeOf(rounds, 'session')).toEqual({ lastMs: 100, refusedMs: 2_000 })
  expect(lifeOf(rounds, 'token')).toEqual({ lastMs: 2_000, refusedMs: 31_000 })
  expect(lifeOf([], 'token')).toEqual({ lastMs: null, refusedMs: null })
})

test('the middle of what was measured leaves out what was not', () => {
  expect(medianOf([3, null, 1, 2])).toBe(2)
  expect(medianOf([null])).toBeNull()
})
