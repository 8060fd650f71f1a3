import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phasesOf, type Phase, type Timing } from './request-timing'

const marks = { sentAt: 100, headersAt: 130, readAt: 140, parsedAt: 141 }
const timing: Timing = {
  startTime: 100.5,
  domainLookupStart: 100.5,
  domainLookupEnd: 100.5,
  connectStart: 100.5,
  connectEnd: 100.5,
  secureConnectionStart: 0,
  requestStart: 104,
  responseStart: 128,
  responseEnd: 136,
  nextHopProtocol: 'h2',
  encodedBodySize: 512,
}
const told = (phases: Phase[]): unknown[] =>
  phases.map(({ name, startedAt, endedAt, inner }) => [
    name,
    startedAt,
    endedAt,
    ...told(inner),
  ])

test('the browser’s own measurement is what is told', () => {
  expect(told(phasesOf(marks, timing))).toEqual([
    ['prepare the request', 100, 104],
    ['wait for the first byte', 104, 128],
    ['read the reply', 128, 136],
  ])
})

test('a connection that had to be made is a part of getting ready', () => {
  const first = {
    ...timing,
    domainLookupEnd: 101,
    connectStart: 101,
    secureConnectionStart: 102,
    connectEnd: 103.5,
  }
  expect(told(phasesOf(marks, first))[0]).toEqual([
    'prepare the request',
    100,
    104,
    ['look up the address', 100.5, 101],
    ['open a connection', 101, 103.5, ['secure the connection', 102, 103.5]],
  ])
})

test.each<[string, Timing | null]>([
  ['none', null],
  ['one that tells no times', { ...timing, requestStart: 0, responseStart: 0 }],
  ['one that ends after the page had it all', { ...timing, responseEnd: 150 }],
  ['one of another request', { ...timing, startTime: 20, requestStart: 24 }],
  ['one out of order', { ...timing, responseStart: 137.5 }],
])(
  'without a measurement that fits (%s) the page’s own is told',
  (_, given) => {
    expect(told(phasesOf(marks, given))).toEqual([
      ['wait for the first byte', 100, 130],
      ['read the reply', 130, 140],
    ])
  },
)

test('of a reply that never came whole nothing is made up', () => {
  expect(phasesOf({ sentAt: 100 }, timing)).toEqual([])
  expect(phasesOf({ sentAt: 100, headersAt: 130 }, timing)).toEqual([])
})

test('whatever is measured, phases follow one another within the call', () => {
  const at = fc.double({ min: 90, max: 150, noNaN: true })
  fc.assert(
    fc.property(at, at, at, at, (startTime, requestStart, answered, over) => {
      const given = {
        ...timing,
        startTime,
        requestStart,
        responseStart: answered,
        responseEnd: over,
      }
      let last = marks.sentAt
      for (const { startedAt, endedAt } of phasesOf(marks, given)) {
        expect(startedAt).toBe(last)
        // Rounded clocks may cross by a millisecond; spans end no sooner.
        expect(endedAt).toBeGreaterThanOrEqual(startedAt - 1)
        last = endedAt
      }
      expect(last).toBeLessThanOrEqual(marks.readAt)
    }),
  )
})
