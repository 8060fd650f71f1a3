import type { Corner } from '@/contracts/deliveries'

export const mapWidth = 316
export const mapHeight = 220
const edge = 44
/** Streets are this far apart where the way does not ask for closer ones. */
const blockSide = 62
/** Streets nearer to each other than this would leave no houses between. */
const leastBlock = 26
const streetWidth = 10

type Streets = {
  /** From kilometres to the drawing's own units. */
  at: (corner: Corner) => { x: number; y: number }
  blocks: { x: number; y: number; width: number; height: number }[]
}

/**
 * A schematic city around a way: streets where the way runs, and others
 * between them, so that the way always follows a street.
 */
export function streetsAround(way: readonly Corner[]): Streets {
  const easts = way.map(({ east }) => east)
  const norths = way.map(({ north }) => north)
  const west = Math.min(...easts)
  const north = Math.max(...norths)
  const spanX = Math.max(0.001, Math.max(...easts) - west)
  const spanY = Math.max(0.001, north - Math.min(...norths))
  const scale = Math.min(
    (mapWidth - 2 * edge) / spanX,
    (mapHeight - 2 * edge) / spanY,
  )
  const left = (mapWidth - spanX * scale) / 2
  const top = (mapHeight - spanY * scale) / 2
  const at = (corner: Corner) => ({
    x: round(left + (corner.east - west) * scale),
    y: round(top + (north - corner.north) * scale),
  })
  const points = way.map(at)
  const columns = between(
    streetsThrough(
      points.map(({ x }) => x),
      mapWidth,
    ),
  )
  const rows = between(
    streetsThrough(
      points.map(({ y }) => y),
      mapHeight,
    ),
  )
  const blocks = rows.flatMap(([y, height]) =>
    columns.map(([x, width]) => ({ x, y, width, height })),
  )
  return { at, blocks }
}

/** The middle of each street, in order: those of the way, and some between. */
function streetsThrough(wanted: readonly number[], size: number): number[] {
  const sorted = [...new Set(wanted)].sort((a, b) => a - b)
  const streets = [...sorted]
  const first = sorted[0] ?? size / 2
  const last = sorted.at(-1) ?? size / 2
  for (let at = first - blockSide; at > -blockSide; at -= blockSide)
    streets.push(at)
  for (let at = last + blockSide; at < size + blockSide; at += blockSide)
    streets.push(at)
  for (const [index, from] of sorted.entries()) {
    const to = sorted[index + 1]
    if (to === undefined) continue
    const parts = Math.floor((to - from) / blockSide)
    for (let part = 1; part < parts; part++)
      streets.push(from + ((to - from) * part) / parts)
  }
  return streets.sort((a, b) => a - b)
}

/** The houses between two streets, as where they begin and how far they go. */
function between(streets: readonly number[]): [number, number][] {
  return streets.flatMap((from, index): [number, number][] => {
    const to = streets[index + 1]
    if (to === undefined || to - from < leastBlock) return []
    return [[round(from + streetWidth / 2), round(to - from - streetWidth)]]
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
