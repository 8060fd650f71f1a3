import { expect, test } from 'vitest'
import { figure, fractionAt, grouped, timeScale } from './time-scale'

test('ticks stand at round numbers, and the last names the unit', () => {
  const labels = timeScale(0, 33.8).ticks.map(({ label }) => label)
  expect(labels).toEqual(['0', '5', '10', '15', '20', '25', '30 ms'])
})

test('seconds and microseconds get their own unit', () => {
  expect(timeScale(0, 4200).ticks.at(-1)?.label).toMatch(/ s$/)
  expect(timeScale(0, 0.2).ticks.at(-1)?.label).toMatch(/ µs$/)
})

test('a time outside the axis is drawn at its end', () => {
  const scale = timeScale(0, 10)
  expect([-5, 5, 50].map((ms) => fractionAt(scale, ms))).toEqual([0, 0.5, 1])
})

test('an empty trace has an axis too', () => {
  expect(timeScale(0, 0).ticks.length).toBeGreaterThan(0)
})

test('figures keep as many digits as a reader can use', () => {
  expect([0.042, 0.91, 36.54, 140.2, 12_400].map(figure)).toEqual([
    '0.04',
    '0.9',
    '36.5',
    '140',
    '12,400',
  ])
})

test('thousands are grouped as English does it', () => {
  for (const value of [0, 7, 999, 1000, 12_345.678, -4321, 1_234_567])
    expect(grouped(value)).toBe(value.toLocaleString('en'))
})
