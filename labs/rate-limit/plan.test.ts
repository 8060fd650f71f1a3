import { expect, test } from 'vitest'
import { momentsOf, runMsOf, windowMsOf, type Trial } from './plan'

const trial: Trial = {
  counting: 'token-bucket',
  sharing: 'together',
  perSecond: 2,
  burst: 8,
  manner: 'hammers',
}

test('a flood is bounded, whatever is chosen', () => {
  for (const perSecond of [1, 2, 4] as const)
    for (const burst of [4, 8] as const)
      for (const manner of ['hammers', 'waits', 'swarms'] as const) {
        const chosen = { ...trial, perSecond, burst, manner }
        expect(runMsOf(chosen)).toBeLessThanOrEqual(9_000)
        const greedy = momentsOf(chosen, 'greedy') ?? []
        const modest = momentsOf(chosen, 'modest') ?? []
        expect(greedy.length + modest.length).toBeLessThanOrEqual(90)
        for (const moment of [...greedy, ...modest])
          expect(moment).toBeLessThan(runMsOf(chosen))
      }
})

test('a swarm brings the whole burst before the window ends, and again after it', () => {
  const swarm = momentsOf({ ...trial, manner: 'swarms' }, 'greedy') ?? []
  const end = windowMsOf(trial)
  expect(end).toBe(4_000)
  const [first, ...others] = swarm
  expect(first).toBe(0)
  expect(others.filter((at) => at < end)).toHaveLength(8)
  expect(others.filter((at) => at > end)).toHaveLength(8)
  expect(Math.max(...others) - Math.min(...others)).toBeLessThan(1_000)
})

test('who waits has no plan: what it is told decides', () => {
  expect(momentsOf({ ...trial, manner: 'waits' }, 'greedy')).toBeNull()
  expect(momentsOf({ ...trial, manner: 'waits' }, 'modest')).toHaveLength(8)
})
