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
import { coriander, dip, mint, slivers } from './garnishes'
import { board, copperBowl, darkBowl, mustardPlate } from './vessels'

const swirl = 'M36 36c2-2 5-1 5 2c0 4-6 6-10 3c-5-4-4-12 2-15c8-4 16 2 16 11'

const chickpea =
  disc(0, 0, 3.6, '#DFB36B', '#A9752F') +
  line('M-1.5-1c1-1 2.5-1 3 .5', '#F3D7A0', 1)

const paneer =
  shape('M-4.5-4.5h9v9h-9z', '#E9DDBB', '#C9B888', 0.8) +
  shape('M-4.5-4.5h9v6.5h-9z', '#FFFBEE')

const chilli =
  shape(
    'M-7 1c3-3 8-4 13-2c1 .5 1 1.5 0 2c-4 1-8 3-13 0z',
    '#B8261C',
    '#8B1813',
    0.8,
  ) + line('M6 0c1.5-.5 2-1 2.5-2', '#5E7F3A', 1.3)

const naan =
  shape(
    'M0-21c9 4 15 17 13 28c-1 8-6 12-13 12s-12-4-13-12c-2-11 4-24 13-28z',
    '#F1D8A2',
    '#C59A56',
    1.2,
  ) +
  specks(
    [
      [-5, -4],
      [5, 2],
      [-3, 9],
      [6, 10],
      [0, -12],
      [-8, 3],
    ],
    '#D7A860',
    5,
  ) +
  specks(
    [
      [-4, -5],
      [6, 2],
      [-2, 9],
      [0, -12],
      [5, 12],
      [-8, 4],
    ],
    '#8E5B2B',
    2,
  ) +
  slivers(scatter(3, 13, 12, [0, 2]), '#5E9A56', [1.6, 1.3]) +
  specks(scatter(8, 10, 11, [0, 1]), '#FFF8E2', 1.7)

const samosa =
  shape(
    'M0-15c3 0 4 2 6 6l8 15c2 4 0 6-4 6h-20c-4 0-6-2-4-6l8-15c2-4 3-6 6-6z',
    '#DDA14B',
    '#A66F27',
    1.2,
  ) +
  shape('M0-14c-2 8-6 17-12 24c-3 0-4-2-2-5l8-14c2-3 3-5 6-5z', '#EBBB69') +
  line('M0-14c-2 9-6 17-11 24', '#B98035', 1.2) +
  line('M-11 12.5l3-2l3 2l3-2l3 2l3-2l3 2l3-2', '#B98035', 1.3) +
  specks(
    [
      [4, 0],
      [7, 6],
      [0, 7],
      [3, -5],
    ],
    '#BE8437',
    1.8,
  )

const jamun =
  disc(0, 0, 8, '#7A3E1C', '#552710') +
  disc(-0.5, -0.6, 6.4, '#94502A') +
  oval(-2.4, -3, [2.2, 1.3], '#D69A6A')

export const saffronYard = {
  'butter-chicken':
    copperBowl('#D8692C') +
    shape(blob(36, 36, 25, 4, { wobble: 0.06 }), '#E27E38') +
    [
      [24, 29, 6],
      [45, 25, 6.5],
      [50, 42, 6],
      [33, 49, 6.5],
      [20, 43, 5],
    ]
      .map(
        ([x = 0, y = 0, r = 0], index) =>
          shape(
            blob(x, y, r, index + 2, { wobble: 0.2 }),
            '#F0A658',
            '#B9581C',
          ) + line(`M${x - 3} ${y}l4-2M${x - 1} ${y + 2}l4-2`, '#9A4518', 1.3),
      )
      .join('') +
    line(swirl, '#FFF4DC', 1.8) +
    line('M20 50c5 5 11 8 18 8', '#FFF4DC', 1.5) +
    specks(scatter(7, 12, 24), '#B54818', 1.6) +
    coriander(36, 34, 15, 1.15) +
    coriander(29, 39, -50, 0.9),
  'chana-masala':
    copperBowl('#9A4520') +
    shape(blob(36, 36, 25, 7, { wobble: 0.06 }), '#B45A2B') +
    scatter(5, 26, 24.5)
      .map(([x, y], index) => put(x, y, index * 67, chickpea, 1.05))
      .join('') +
    specks(scatter(9, 14, 24), '#7C3116', 1.8) +
    slivers(
      [
        [31, 28],
        [44, 44],
        [24, 47],
        [47, 25],
      ],
      '#EBCB7C',
      [4, 1.4],
    ) +
    coriander(38, 34, 20, 1.2) +
    coriander(26, 37, -40, 1) +
    coriander(46, 51, 70, 0.9),
  'palak-paneer':
    copperBowl('#41692F') +
    shape(blob(36, 36, 25, 8, { wobble: 0.07 }), '#527D38') +
    line(
      'M18 32c5-5 9 2 15-3M40 52c6 1 9-5 14-5M22 52c4-3 7 1 11-1M40 19c4-2 8 2 12 2',
      '#66924A',
      2,
    ) +
    [
      [36, 35, 15],
      [24, 26, -20],
      [46, 24, 35],
      [51, 41, 5],
      [38, 51, 50],
      [22, 44, 70],
    ]
      .map(([x = 0, y = 0, turn = 0]) => put(x, y, turn, paneer, 1.12))
      .join('') +
    specks(scatter(4, 10, 23), '#33551F', 1.8),
  'dal-tadka':
    copperBowl('#E0A72C') +
    shape(blob(36, 36, 25, 5, { wobble: 0.05 }), '#EBBB45') +
    specks(scatter(3, 40, 25), '#D2982A', 2.2) +
    line(
      'M20 42c3-12 13-18 24-14c9 4 10 15 2 19c-7 3-14-1-13-7',
      '#C9631F',
      2.4,
    ) +
    specks(scatter(6, 16, 17), '#2E2320', 1.5) +
    slivers(scatter(2, 9, 18), '#8A5A2A', [2.4, 1.1]) +
    put(29, 31, -30, chilli, 1.15) +
    put(44, 43, 25, chilli, 1.15) +
    coriander(45, 27, 30, 1.1) +
    coriander(25, 47, -60, 1),
  'vegetable-biryani':
    darkBowl('#F0DFB2') +
    slivers(scatter(3, 52, 27), '#FFFBEF', [3.6, 1.8]) +
    slivers(scatter(4, 34, 27), '#EDA92F', [3.6, 1.8]) +
    slivers(scatter(5, 16, 26), '#D9772A', [3.4, 1.8]) +
    specks(scatter(6, 9, 23), '#6FA04A', 4.2) +
    scatter(8, 6, 21)
      .map(([x, y], index) =>
        put(
          x,
          y,
          index * 40,
          shape('M-2.5-2.5h5v5h-5z', '#E2752C', '#B9571B', 0.8),
        ),
      )
      .join('') +
    [
      [25, 25, 20],
      [49, 40, 120],
      [33, 53, 70],
    ]
      .map(([x = 0, y = 0, turn = 0]) =>
        put(
          x,
          y,
          turn,
          line('M-4 2c1-5 7-5 8 0', '#C9964F', 4.6) +
            line('M-4 2c1-5 7-5 8 0', '#F2D9A0', 3.2),
        ),
      )
      .join('') +
    line(
      'M45 22c3-3 7-1 7 2M22 43c-3 1-3 5 0 6M44 52c3 2 6 0 6-2',
      '#6E3A1C',
      1.7,
    ) +
    mint(37, 39, 10, 1.25),
  'garlic-naan':
    board + put(22.5, 38, -10, naan, 0.98) + put(49, 37, 12, naan, 0.98),
  samosas:
    mustardPlate +
    put(24, 24, -18, samosa, 0.92) +
    put(48, 27, 24, samosa, 0.92) +
    put(27, 49, -8, samosa, 0.92) +
    dip(50, 51, 9.5, '#5B2A18', '#A4653B'),
  'gulab-jamun':
    darkBowl('#DDA23C') +
    '<g opacity=".5">' +
    oval(30, 20, [14, 5], '#F0C873') +
    '</g>' +
    around(4, 14.5, (x, y) => put(x, y, 0, jamun, 1.22), 45) +
    put(36, 36, 0, jamun, 1.28) +
    slivers(scatter(4, 16, 20), '#8DB255', [2.2, 1.9]) +
    specks(
      [
        [14, 36],
        [58, 37],
        [36, 11],
        [37, 61],
        [26, 58],
        [48, 14],
      ],
      '#F3D48A',
      1.8,
    ) +
    shape(
      'M50 34c3-2 6 0 6 3c-3 1-6 0-6-3zM20 38c-3-1-6 1-6 4c3 1 6-1 6-4z',
      '#E79BAA',
      '#C9788A',
      0.7,
    ),
}
