import { expect, test } from 'vitest'
import { offsetOf } from './clock-offset'
import { medianOf } from '@/components/plot/median'
import {
  busiestOf,
  delaysOf,
  figuresOf,
  firstOf,
  headBytesOf,
  inAnHour,
  nothingYet,
  worstOf,
  type Heard,
  type WayRecord,
} from './figures'

const asked = (at: number, status: number | null, hasNews = false) => ({
  at,
  endedAt: status === null ? null : at + 5,
  status,
  hasNews,
  isCut: false,
})
const heard = (delay: number | null, isLate = false): Heard => ({
  status: 'accepted',
  happenedAt: 1000,
  paintedAt: delay === null ? null : 1000 + delay,
  isLate,
})
const record = (part: Partial<WayRecord>): WayRecord => ({
  ...nothingYet,
  ...part,
})

test('every request counts; in vain is only what was answered without news', () => {
  const polls = record({
    asked: [
      asked(0, 200, true),
      asked(1000, 304),
      asked(2000, 304),
      asked(3000, null),
    ],
    received: [
      { at: 5, head: 300, body: 700 },
      { at: 1005, head: 200, body: 0 },
    ],
  })
  expect(figuresOf(polls)).toEqual({
    requests: 4,
    inVain: 2,
    headBytes: 500,
    bodyBytes: 700,
  })
  expect(figuresOf(polls, { from: 1000, to: 2000 })).toEqual({
    requests: 2,
    inVain: 2,
    headBytes: 200,
    bodyBytes: 0,
  })
})

test('an hour is sixty times a minute, and two minutes thirty times', () => {
  const quiet = record({
    asked: [asked(0, 204), asked(20_000, 204), asked(40_000, 204)],
    received: [{ at: 20_000, head: 100, body: 14 }],
  })
  expect(inAnHour(quiet, { from: 0, to: 60_000 })).toEqual({
    requests: 180,
    bytes: 6840,
  })
  expect(inAnHour(quiet, { from: 0, to: 120_000 }).requests).toBe(90)
})

test('what happened while nobody looked says nothing about delays', () => {
  const way = record({ heard: [heard(12), heard(900, true), heard(null)] })
  expect(delaysOf(way)).toEqual([12])
})

test('the median of an even number is between the two in the middle', () => {
  expect(medianOf([])).toBeNull()
  expect(medianOf([3])).toBe(3)
  expect(medianOf([9, 1, 5])).toBe(5)
  expect(medianOf([9, 1, 5, 7])).toBe(6)
  expect(worstOf([])).toBeNull()
  expect(worstOf([4, 30, 8])).toBe(30)
})

test('first is whoever has the smallest median; within a frame they are alike', () => {
  const ways = {
    polling: record({ heard: [heard(800), heard(400)] }),
    'long-polling': record({ heard: [heard(31), heard(35)] }),
    events: record({ heard: [heard(18), heard(28)] }),
  }
  expect(firstOf(ways)).toEqual(['long-polling', 'events'])
  expect(
    firstOf({ ...ways, 'long-polling': record({ heard: [heard(60)] }) }),
  ).toEqual(['events'])
  expect(firstOf({ ...ways, polling: record({ heard: [heard(2)] }) })).toEqual([
    'polling',
  ])
})

test('with nothing heard and nothing sent nobody is first', () => {
  const ways = {
    polling: nothingYet,
    'long-polling': nothingYet,
    events: nothingYet,
  }
  expect(firstOf(ways)).toEqual([])
  expect(busiestOf(ways)).toEqual([])
})

test('busiest is whoever sent most requests, and all who sent as many', () => {
  const ways = {
    polling: record({ asked: [asked(0, 200), asked(1, 304)] }),
    'long-polling': record({ asked: [asked(0, 204), asked(1, 204)] }),
    events: record({ asked: [asked(0, 200)] }),
  }
  expect(busiestOf(ways)).toEqual(['polling', 'long-polling'])
})

test('a head is counted to the byte, with its line ends and the empty line', () => {
  const text = 'HTTP/1.1 304 Not Modified\r\netag: "a.1"\r\nx: é\r\n\r\n'
  const bytes = new TextEncoder().encode(text).length
  expect(
    headBytesOf('HTTP/1.1 304 Not Modified', [
      ['etag', '"a.1"'],
      ['x', 'é'],
    ]),
  ).toBe(bytes)
})

test('the clock is taken from the quickest question, and cannot be wrong by more than half its way', () => {
  // A server that is 5,000 ms ahead, and answers in the middle of the way.
  const ask = (sentAt: number, tripMs: number, readAfterMs: number) => ({
    sentAt,
    readAt: sentAt + tripMs,
    serverMs: Math.floor(5000 + sentAt + readAfterMs),
  })
  const offset = offsetOf([ask(10, 80, 70), ask(100, 8, 4), ask(200, 40, 3)])
  expect(offset?.samples).toBe(3)
  expect(offset?.uncertainMs).toBe(4.5)
  for (const readAfterMs of [0, 2, 8]) {
    const one = offsetOf([ask(100, 8, readAfterMs)])
    expect(Math.abs((one?.ms ?? 0) - 5000)).toBeLessThanOrEqual(
      one?.uncertainMs ?? 0,
    )
  }
  expect(offsetOf([])).toBeNull()
})
