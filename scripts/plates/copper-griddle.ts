import {
  around,
  blob,
  disc,
  line,
  oval,
  put,
  scatter,
  shape,
  specks,
} from './brush'
import { dip, slivers } from './garnishes'
import {
  blueBowl,
  bluePlate,
  board,
  claySaucer,
  greenPlate,
  mustardPlate,
  skillet,
  whitePlate,
} from './vessels'

const seed = oval(0, 0, [1.6, 0.9], '#FBEBC0')

const drumstick =
  line('M0 6v10', '#C4B391', 5.2) +
  specks(
    [
      [-2, 17.5],
      [2, 17.5],
    ],
    '#C4B391',
    5.6,
  ) +
  line('M0 6v10', '#FBF5E6', 3.6) +
  specks(
    [
      [-2, 17.5],
      [2, 17.5],
    ],
    '#FBF5E6',
    4,
  ) +
  shape(
    'M0-15c8 0 11 5 11 11c0 7-5 10-8 14c-1 2-5 2-6 0c-3-4-8-7-8-14c0-6 3-11 11-11z',
    '#C67C2F',
    '#935418',
    1.2,
  )

const thigh = shape(
  blob(0, 0, 12, 12, { wobble: 0.16, corners: 9 }),
  '#C67C2F',
  '#935418',
  1.2,
)

function crust(seedling: number) {
  return (
    specks(scatter(seedling, 13, 9, [0, -1]), '#DDA04B', 3) +
    specks(scatter(seedling + 1, 9, 9, [0, -1]), '#9C5B1E', 1.7)
  )
}

function fry(x: number, y: number, turn: number, long: number) {
  return put(
    x,
    y,
    turn,
    shape(`M-2.3-${long}h4.6v${long * 2}h-4.6z`, '#F0C65B', '#C9952F', 0.9) +
      line(`M-1.6-${long}h3.2M-1.6 ${long}h3.2`, '#94602A', 1.6),
  )
}

function ring(x: number, y: number, r: number) {
  return (
    `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="#A86A22" stroke-width="6"/>` +
    `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="#DDA148" stroke-width="4.4"/>` +
    `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="#F1CB80" stroke-width="1.6" stroke-dasharray="1 4"/>`
  )
}

const elbow =
  line('M-4 2.5c0-7 8-7 8 0', '#C9821F', 5) +
  line('M-4 2.5c0-7 8-7 8 0', '#F7CB55', 3.6)

export const copperGriddle = {
  cheeseburger:
    bluePlate +
    shape(
      blob(36, 36, 25, 5, { wobble: 0.06, corners: 14 }),
      '#7FB24E',
      '#5A8A33',
      1.2,
    ) +
    disc(36, 36, 22.5, '#5B3320') +
    put(36, 36, 14, shape('M-17.5-17.5h35v35h-35z', '#F4B533', '#D18F1C')) +
    disc(36, 36, 19.5, '#C9853A', '#94591F') +
    disc(35, 34.8, 16.5, '#DA9C50') +
    `<g opacity=".6">${oval(29.5, 27, [7, 3.6], '#EBBE7E')}</g>` +
    scatter(8, 24, 15.5, [36, 35])
      .map(([x, y], index) => put(x, y, index * 47, seed))
      .join(''),
  'hot-dog':
    claySaucer +
    '<g transform="rotate(-28 36 36) translate(0 -10.8) scale(1 1.3)">' +
    shape(
      'M14 25h44c5 0 8 4 8 11s-3 11-8 11h-44c-5 0-8-4-8-11s3-11 8-11z',
      '#DBA256',
      '#A56C28',
      1.2,
    ) +
    shape(
      'M14 30.5h44c3 0 5 2 5 5.5s-2 5.5-5 5.5h-44c-3 0-5-2-5-5.5s2-5.5 5-5.5z',
      '#F5DFB0',
    ) +
    line('M8 36h56', '#7E3420', 10.5) +
    line('M8 36h56', '#A94B2C', 8.5) +
    line('M9 33.8h53', '#C9704C', 1.6) +
    slivers(
      scatter(4, 24, 9).map(([x, y]) => [
        36 + (x - 36) * 2.6,
        36 + (y - 36) * 0.8,
      ]),
      '#C98A3A',
      [2.6, 1.6],
    ) +
    line(
      'M10 36l4-3l4 6l4-6l4 6l4-6l4 6l4-6l4 6l4-6l4 6l4-6l4 6l4-3',
      '#F3C22E',
      2.3,
    ) +
    '</g>',
  'fried-chicken':
    greenPlate +
    put(48, 21, 40, thigh + crust(3), 0.85) +
    put(23, 51, 200, thigh + crust(3), 0.85) +
    put(27, 28, 138, drumstick + put(0, -2, 0, crust(5), 0.85), 0.95) +
    put(45, 44, -42, drumstick + put(0, -2, 0, crust(5), 0.85), 0.95) +
    specks(
      [
        [35, 36],
        [38, 34],
        [33, 39],
        [18, 36],
        [55, 34],
      ],
      '#DDA04B',
      1.6,
    ),
  'skin-on-fries':
    mustardPlate +
    [
      [22, 26, 40, 13],
      [34, 19, -70, 13],
      [48, 27, -30, 13],
      [18, 40, -15, 12],
      [30, 30, 70, 14],
      [38, 33, -45, 15],
      [26, 44, 30, 14],
      [44, 38, 15, 13],
      [32, 48, -60, 13],
      [22, 33, -75, 11],
      [40, 24, 25, 12],
      [34, 39, 5, 14],
      [28, 54, 80, 11],
    ]
      .map(([x = 0, y = 0, turn = 0, long = 0]) => fry(x, y, turn, long))
      .join('') +
    specks(scatter(6, 18, 19, [33, 36]), '#FFFFFF', 1.2) +
    dip(52, 52, 10, '#FBF3D9', '#4A6E8F'),
  'onion-rings':
    board +
    [
      [25, 23, 9.5],
      [47, 22, 8.5],
      [18, 41, 8],
      [53, 40, 9],
      [31, 53, 8.5],
      [47, 54, 7.5],
      [35, 37, 10],
    ]
      .map(([x = 0, y = 0, r = 0]) => ring(x, y, r))
      .join(''),
  'mac-and-cheese':
    skillet('#E9A42E') +
    scatter(3, 24, 23)
      .map(([x, y], index) => put(x, y, index * 83, elbow, 1))
      .join('') +
    specks(scatter(5, 24, 23), '#B5752A', 2) +
    specks(scatter(9, 14, 22), '#8F5420', 1.5) +
    specks(scatter(14, 9, 22), '#5E9A56', 1.6),
  coleslaw:
    blueBowl('#DDD9B4') +
    slivers(scatter(2, 34, 25), '#F7F5E2', [9, 2.6]) +
    slivers(scatter(3, 24, 25), '#C3D889', [8, 1.9]) +
    slivers(scatter(4, 14, 24), '#834A86', [8, 1.6]) +
    slivers(scatter(5, 15, 24), '#E58A36', [7.5, 1.7]) +
    slivers(scatter(6, 16, 25), '#FFFEF6', [8, 2]) +
    specks(scatter(7, 14, 24), '#5E9A56', 1.6),
  'blueberry-pie':
    whitePlate +
    around(22, 24.5, (x, y) => disc(x, y, 3.6, '#DDA658', '#A97430')) +
    disc(36, 36, 24, '#E6B66C') +
    disc(36, 36, 21.5, '#3C2B57') +
    specks(scatter(4, 30, 20), '#55417C', 5) +
    specks(scatter(6, 14, 20), '#7563A0', 1.6) +
    line('M23 19v34M31.7 15v42M40.3 15v42M49 19v34', '#A97430', 4.6) +
    line('M23 19v34M31.7 15v42M40.3 15v42M49 19v34', '#EABD75', 3.4) +
    line('M19 23h34M15 31.7h42M15 40.3h42M19 49h34', '#A97430', 4.6) +
    line('M19 23h34M15 31.7h42M15 40.3h42M19 49h34', '#E3B063', 3.4) +
    specks(scatter(9, 20, 19), '#FFF6DE', 1),
}
