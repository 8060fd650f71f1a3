import { expect, test } from 'vitest'
import recording from '@/recordings/attack-tool.json'

test('the attack tool came to its end at every door, and got in at the joined search alone', () => {
  expect(recording.label).toBe('recorded')
  expect(recording.version).toMatch(/^\d+\.\d+/)
  expect(recording.findings.every(({ isDone }) => isDone)).toBe(true)
  const open = recording.findings.filter(({ isInjectable }) => isInjectable)
  expect(open.map(({ door }) => door)).toEqual(['joined'])
  expect(open[0]?.tables).toEqual(['dishes', 'guests'])
  expect(recording.findings.length).toBeGreaterThan(4)
})
