import type { Corner } from '@/contracts/deliveries'

/**
 * A way in two: what lies behind, and what is still ahead. `share` is how much
 * of it is done: 0 at its start, 1 at its end.
 */
export function splitWay(way: readonly Corner[], share: number) {
  const first = way[0] ?? { east: 0, north: 0 }
  const done = [first]
  let left = lengthOf(way) * Math.min(1, Math.max(0, share))
  for (const [at, corner] of way.entries()) {
    const from = way[at - 1]
    if (!from) continue
    const length = distance(from, corner)
    if (left < length) {
      const here = between(from, corner, left / length)
      return { done: [...done, here], ahead: [here, ...way.slice(at)] }
    }
    left -= length
    done.push(corner)
  }
  return { done, ahead: [done.at(-1) ?? first] }
}

export function lengthOf(way: readonly Corner[]): number {
  return way.reduce((sum, corner, at) => {
    const from = way[at - 1]
    return from ? sum + distance(from, corner) : sum
  }, 0)
}

function distance(from: Corner, to: Corner): number {
  return Math.hypot(to.east - from.east, to.north - from.north)
}

function between(from: Corner, to: Corner, share: number): Corner {
  return {
    east: from.east + (to.east - from.east) * share,
    north: from.north + (to.north - from.north) * share,
  }
}
