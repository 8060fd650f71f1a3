import { expect, it } from 'vitest'
import { lengthOf, splitWay } from './split-way'

const way = [
  { east: -1, north: 0.5 },
  { east: -0.5, north: 0.5 },
  { east: -0.5, north: 0 },
  { east: 0, north: 0 },
]

const placeAt = (share: number) => splitWay(way, share).done.at(-1)

it('the courier begins at the kitchen and ends at the door', () => {
  expect(placeAt(0)).toEqual(way[0])
  expect(placeAt(1)).toEqual(way[3])
  expect(placeAt(7)).toEqual(way[3])
  expect(placeAt(-1)).toEqual(way[0])
})

it('halfway is in the middle of the way, not of the line between', () => {
  expect(placeAt(0.5)).toEqual({ east: -0.5, north: 0.25 })
})

it('what is done and what is ahead are the whole way together', () => {
  for (let share = 0; share <= 1; share += 0.05) {
    const { done, ahead } = splitWay(way, share)
    expect(lengthOf(done) + lengthOf(ahead)).toBeCloseTo(1.5)
    expect(done.at(-1)).toEqual(ahead[0])
  }
})
