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
import { basil, slivers } from './garnishes'
import {
  cuts,
  gnocco,
  melted,
  mozzarella,
  mushroom,
  pizza,
  ribbons,
  rosemary,
  salami,
  tomato,
} from './pieces/forno-rosa'
import { board, clayBowl, claySaucer, greenPlate, whitePlate } from './vessels'

export const fornoRosa = {
  margherita:
    pizza('#CF4A2C', '#A93419', 3) +
    melted(
      [
        [36, 37, 6],
        [26, 26, 6],
        [45, 24, 5.5],
        [52, 39, 5.5],
        [40, 51, 6],
        [23, 45, 6],
      ],
      '#FFF6DE',
      '#EBCFA0',
    ) +
    cuts +
    basil(36, 27, 20) +
    basil(46, 33, 110, 0.9) +
    basil(30, 47, 220) +
    basil(22, 35, -60, 0.9) +
    basil(48, 47, 160, 0.9),
  diavola:
    pizza('#E2A648', '#C24A24', 6) +
    melted(
      [
        [28, 35, 7],
        [44, 44, 7],
        [43, 26, 6],
      ],
      '#F4D083',
      '#E2A648',
    ) +
    around(6, 15.5, (x, y, turn) => put(x, y, turn, salami)) +
    put(36, 36, 20, salami, 1.05) +
    cuts +
    [
      [29, 29, 30],
      [45, 34, 120],
      [30, 44, 70],
      [41, 46, -10],
      [40, 26, 80],
    ]
      .map(([x = 0, y = 0, turn = 0]) =>
        put(x, y, turn, line('M-3 1c2-2 4-2 6 0', '#D42A1E', 1.9)),
      )
      .join(''),
  funghi:
    pizza('#EFD083', '#D2A44E', 9) +
    melted(
      [
        [27, 30, 7],
        [45, 41, 7],
        [35, 48, 5],
      ],
      '#F6E2A6',
      '#E5C478',
    ) +
    cuts +
    around(7, 16, (x, y, turn, index) =>
      put(x, y, turn + index * 50, mushroom),
    ) +
    put(36, 36, 15, mushroom) +
    specks(scatter(14, 22, 21), '#5F7F43', 1.5),
  'tagliatelle-ragu':
    whitePlate +
    ribbons +
    shape(
      blob(36, 36, 12, 6, { wobble: 0.18, corners: 9 }),
      '#8E3A22',
      '#6F2917',
    ) +
    specks(scatter(5, 24, 11), '#B4573A', 2.8) +
    specks(scatter(6, 10, 10), '#5E2414', 2) +
    specks(
      [
        [22, 26],
        [51, 28],
        [24, 51],
        [47, 52],
        [36, 17],
      ],
      '#A6492E',
      2.2,
    ) +
    slivers(scatter(7, 12, 17), '#FFF4D2', [2.2, 1]) +
    basil(38, 34, 35),
  'gnocchi-pesto':
    clayBowl('#7FA04A') +
    shape(blob(36, 36, 26, 3, { wobble: 0.08 }), '#6A9140') +
    [
      [36, 36, 20],
      [25, 28, -30],
      [38, 22, 10],
      [51, 29, 60],
      [53, 43, 110],
      [43, 51, 30],
      [29, 52, -20],
      [19, 41, 80],
      [46, 38, -50],
      [29, 40, 65],
      [26, 18, 40],
    ]
      .map(([x = 0, y = 0, turn = 0]) => put(x, y, turn, gnocco, 1.1))
      .join('') +
    specks(scatter(9, 24, 24), '#48742F', 2) +
    [
      [33, 29],
      [44, 44],
      [22, 35],
    ]
      .map(([x = 0, y = 0], index) =>
        shape(
          blob(x, y, 3, index + 2, { wobble: 0.25 }),
          '#A8733F',
          '#7D5028',
          0.8,
        ),
      )
      .join('') +
    slivers(scatter(12, 10, 20), '#FFF7DE', [2, 1]) +
    basil(48, 20, 60, 0.9),
  caprese:
    greenPlate +
    around(10, 18, (x, y, turn, index) =>
      put(x, y, turn, index % 2 ? mozzarella : tomato, 0.92),
    ) +
    put(36, 36, 0, tomato, 0.85) +
    around(5, 16, (x, y, turn) => basil(x, y, turn + 70, 0.75), 18) +
    basil(37, 35, 40, 0.9) +
    specks(
      [
        [27, 30],
        [44, 33],
        [39, 45],
        [30, 42],
        [50, 50],
        [20, 24],
      ],
      '#B9B23A',
      1.8,
    ),
  'rosemary-focaccia':
    board +
    shape(
      'M17 15c12-2 26-2 38 0c3 13 3 29 0 42c-12 2-26 2-38 0c-3-13-3-29 0-42z',
      '#E3AE5C',
      '#AD7631',
      1.6,
    ) +
    shape(
      'M19 18c11-2 23-2 34 0c2 12 2 24 0 36c-11 2-23 2-34 0c-2-12-2-24 0-36z',
      '#EDC276',
    ) +
    [
      [25, 25],
      [36, 24],
      [47, 25],
      [24, 36],
      [48, 36],
      [25, 47],
      [36, 48],
      [47, 47],
      [36, 36],
    ]
      .map(
        ([x = 0, y = 0]) =>
          disc(x, y, 2.6, '#CE9440') + disc(x + 0.4, y + 0.6, 1.6, '#B77D2E'),
      )
      .join('') +
    put(30, 30, 40, rosemary) +
    put(42, 42, 70, rosemary) +
    put(43, 29, -30, rosemary, 0.9) +
    put(29, 43, 120, rosemary, 0.9) +
    specks(scatter(8, 18, 19), '#FFFDF5', 1.5),
  tiramisu:
    claySaucer +
    shape(
      'M17 44h38v9c0 1.5-1 2.5-2.5 2.5h-33c-1.5 0-2.5-1-2.5-2.5z',
      '#F6E7C4',
      '#CDB07A',
    ) +
    line('M18 50h36', '#A9754A', 3.4) +
    shape(
      'M19 19h34c1.5 0 2 .5 2 2v24h-38v-24c0-1.5.5-2 2-2z',
      '#6B4127',
      '#4B2B18',
    ) +
    [23, 31.7, 40.4, 49]
      .map((x) => [25, 33, 41].map((y) => disc(x, y, 3.7, '#85573A')).join(''))
      .join('') +
    specks(
      scatter(5, 34, 18, [36, 33]).filter(([, y]) => y > 20 && y < 44),
      '#4A2917',
      1.3,
    ) +
    [
      [60, 29, 20],
      [59, 37, -40],
    ]
      .map(([x = 0, y = 0, turn = 0]) =>
        put(
          x,
          y,
          turn,
          oval(0, 0, [2.6, 1.8], '#4A2917') +
            line('M-2 0c1.5-.8 2.5.8 4 0', '#8A5C40', 0.7),
        ),
      )
      .join(''),
}
