import { blob, disc, line, oval, put, scatter, shape, specks } from '../brush'
import { board } from '../vessels'

export function pizza(sauce: string, edge: string, seed: number) {
  return (
    board +
    shape(
      blob(36, 36, 28.5, seed, { wobble: 0.025, corners: 10 }),
      '#E0AE66',
      '#B97F3C',
    ) +
    specks(
      scatter(seed, 40, 27.5).filter(
        ([x, y]) => Math.hypot(x - 36, y - 36) > 24,
      ),
      '#8F5A2A',
      3,
    ) +
    shape(
      blob(36, 36, 23.5, seed + 1, { wobble: 0.04, corners: 10 }),
      sauce,
      edge,
      1.4,
    )
  )
}

export const cuts =
  '<g opacity=".5">' +
  line('M36 8v56M8 36h56M16.5 16.5l39 39M16.5 55.5l39-39', '#7A4A22', 0.7) +
  '</g>'

export function melted(
  places: [number, number, number][],
  fill: string,
  edge: string,
) {
  return places
    .map(([x, y, r], index) =>
      shape(blob(x, y, r, index + 11, { wobble: 0.2 }), fill, edge, 0.8),
    )
    .join('')
}

export const salami =
  disc(0, 0, 5.2, '#A62F28', '#7E1E1B') +
  specks(
    [
      [-2, -1],
      [1.5, -2],
      [2, 1.5],
      [-1, 2.4],
      [0, 0.3],
    ],
    '#E4998A',
    1.1,
  )

export const mushroom =
  shape(
    'M-6 0c0-8 12-8 12 0c0 1.5-3 1.5-4 .5v4.5c0 2-4 2-4 0v-4.5' +
      'c-1 1-4 1-4-.5z',
    '#FBF1DF',
    '#7A5636',
  ) + line('M-4-.5c1-2 7-2 8 0', '#B08F68', 1.3)

const bend = blob(0, 0, 23, 3, { wobble: 0.09, corners: 8 })
const ribbon = line(bend, '#C99B45', 5.6) + line(bend, '#F2D488', 4.2)

export const ribbons = [1, 0.86, 0.72, 0.59, 0.46]
  .map((size, index) => put(36, 36, index * 75, ribbon, size))
  .join('')

export const gnocco =
  oval(0, 0, [5.8, 4.2], '#F5E2B4', '#CBA866') +
  line('M-3-2.5v5M-1-3.3v6.6M1-3.3v6.6M3-2.5v5', '#DDBD80', 0.8)

export const tomato =
  disc(0, 0, 8.6, '#C8362B', '#98221E') +
  disc(0, 0, 6.9, '#E2594A') +
  [20, 110, 200, 290]
    .map((turn) => put(0, 0, turn, oval(0, -4, [2.4, 1.6], '#F0A06E')))
    .join('')

export const mozzarella =
  disc(0, 0, 8.2, '#FFFDF6', '#D9D2BF') +
  '<g opacity=".6">' +
  oval(-2, -2.5, [3, 1.8], '#fff') +
  '</g>'

export const rosemary =
  line('M0 7v-14', '#5C7A4A', 1.1) +
  line(
    'M0 5l-3-2M0 5l3-2M0 2l-3-2M0 2l3-2M0-1l-3-2M0-1l3-2M0-4l-2-2M0-4l2-2',
    '#4F7A44',
    1.3,
  )
