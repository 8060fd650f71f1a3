import { expect, it } from 'vitest'
import { mapHeight, mapWidth, streetsAround } from './streets'

const ways = [
  [
    [-0.8, 0.2],
    [-0.4, 0.2],
    [-0.4, 0],
    [0, 0],
  ],
  [
    [1.05, -1.65],
    [0.525, -1.65],
    [0.525, 0],
    [0, 0],
  ],
  [
    [0, 0],
    [0, 0],
  ],
].map((way) => way.map(([east = 0, north = 0]) => ({ east, north })))

it('a way lies within the map, and never crosses a house', () => {
  for (const way of ways) {
    const { at, blocks } = streetsAround(way)
    const points = way.map(at)
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(mapWidth)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(mapHeight)
    }
    for (const [index, from] of points.entries()) {
      const to = points[index + 1] ?? from
      for (let step = 0; step <= 50; step++) {
        const x = from.x + ((to.x - from.x) * step) / 50
        const y = from.y + ((to.y - from.y) * step) / 50
        const isIn = blocks.some(
          (block) =>
            x > block.x &&
            x < block.x + block.width &&
            y > block.y &&
            y < block.y + block.height,
        )
        expect(isIn).toBe(false)
      }
    }
  }
})

it('north is up, and east is right', () => {
  const [way = []] = ways
  const { at } = streetsAround(way)
  expect(at({ east: 0, north: 0.2 }).y).toBeLessThan(
    at({ east: 0, north: 0 }).y,
  )
  expect(at({ east: 0, north: 0 }).x).toBeGreaterThan(
    at({ east: -0.8, north: 0 }).x,
  )
})
