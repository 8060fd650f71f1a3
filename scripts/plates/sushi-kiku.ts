import { around, blob, disc, line, put, scatter, shape, specks } from './brush'
import { dip, slivers } from './garnishes'
import {
  ginger,
  maki,
  mochi,
  nigiri,
  pod,
  prawn,
  salmon,
  tamago,
  tuna,
  wasabi,
} from './pieces/sushi-kiku'
import { bluePlate, darkBowl, slate, whitePlate } from './vessels'

export const sushiKiku = {
  'salmon-nigiri':
    slate +
    [
      [20, 27],
      [36, 25],
      [52, 27],
      [28, 51],
      [44, 51],
    ]
      .map(([x = 0, y = 0]) => put(x, y, 14, nigiri, 1.02))
      .join('') +
    put(57, 46, 0, ginger, 0.9) +
    put(14.5, 46, 0, wasabi, 0.9),
  'tuna-maki':
    bluePlate +
    around(7, 19, (x, y, turn) => put(x, y, turn, maki, 1.05), 12) +
    put(41, 34, 8, maki, 1.05) +
    put(29, 34, 0, wasabi, 0.95) +
    put(34, 44, 20, ginger, 0.85),
  chirashi:
    darkBowl('#FBF7EC') +
    specks(scatter(2, 40, 27), '#E6E0CF', 2) +
    shape(
      'M11 40c4-14 14-20 21-20c-2 8-6 16-14 24c-3 0-6-2-7-4z',
      '#5A9154',
      '#3F7440',
    ) +
    line('M14 40c4-8 9-14 16-18M18 38l-4-3M23 31l-3-4', '#8FBF83', 0.8) +
    [
      [20, 30, -40],
      [26, 25, -25],
      [33, 22, -10],
    ]
      .map(([x = 0, y = 0, turn = 0]) => put(x, y, turn, tuna, 1.08))
      .join('') +
    [
      [44, 22, 12],
      [50, 27, 35],
      [54, 34, 60],
    ]
      .map(([x = 0, y = 0, turn = 0]) => put(x, y, turn, salmon, 1.08))
      .join('') +
    [
      [49, 47, 50],
      [43, 52, 35],
      [36, 55, 15],
    ]
      .map(([x = 0, y = 0, turn = 0]) => put(x, y, turn, tamago, 1.05))
      .join('') +
    [
      [18, 45],
      [22, 51],
      [28, 55],
    ]
      .map(
        ([x = 0, y = 0]) =>
          disc(x, y, 5, '#CFE5B4', '#4E8A4B') +
          specks(
            [
              [x - 1, y],
              [x + 1.5, y + 1],
              [x, y - 2],
            ],
            '#9CC383',
            1,
          ),
      )
      .join('') +
    specks(scatter(6, 24, 8.5, [35, 39]), '#C9501C', 4) +
    specks(scatter(6, 24, 8.5, [34.6, 38.6]), '#F5924A', 2.4),
  'prawn-tempura':
    slate +
    [
      [17, 34, -32],
      [26, 28, -16],
      [36, 26, 0],
      [46, 28, 16],
      [55, 34, 32],
    ]
      .map(([x = 0, y = 0, turn = 0]) => put(x, y, turn, prawn, 0.88))
      .join('') +
    dip(36, 55, 9, '#5A3522', '#DCE3E4') +
    specks(
      [
        [35, 55],
        [38, 54],
        [36, 57],
      ],
      '#EFE6CF',
      1.5,
    ),
  'katsu-curry':
    whitePlate +
    '<g transform="rotate(-14 36 36)">' +
    shape('M36 10c-15 0-26 12-26 26s11 26 26 26z', '#FEFCF5', '#DFD9C8') +
    specks(
      scatter(5, 20, 10, [22, 36]).map(([x, y]) => [x, 36 + (y - 36) * 1.8]),
      '#E4DECD',
      1.6,
    ) +
    shape(
      'M36 10c15 0 26 12 26 26s-11 26-26 26c-4-6 2-12-1-18s2-11-1-18s3-10 2-16z',
      '#96591F',
      '#74420F',
    ) +
    specks(
      [
        [56, 29],
        [53, 50],
        [45, 56],
      ],
      '#DE8A35',
      4.6,
    ) +
    specks(
      [
        [50, 17],
        [57, 42],
      ],
      '#C9A44A',
      4.4,
    ) +
    [20, 28, 36, 44, 52]
      .map((y, index) =>
        shape(
          `M${25 - (index % 2)} ${y - 3.4}c8-1.5 17-1.5 25 0c1 2 1 4.5 0 6.5c-8 1-17 1-25 0c-1-2-1-4.5 0-6.5z`,
          '#CE8B3A',
          '#9A6020',
        ),
      )
      .join('') +
    specks(
      scatter(9, 34, 17, [37, 36]).filter(([x]) => x > 26 && x < 49),
      '#E4B15F',
      1.6,
    ) +
    '</g>' +
    slivers(scatter(3, 7, 4, [19, 51]), '#C2313B', [2.4, 1.8]),
  edamame:
    bluePlate +
    [
      [36, 17, 8],
      [21, 27, -55],
      [51, 26, 50],
      [17, 42, 80],
      [34, 28, -14],
      [54, 43, -70],
      [27, 54, 30],
      [45, 54, -25],
      [38, 39, 24],
      [30, 44, -30],
    ]
      .map(([x = 0, y = 0, turn = 0]) => put(x, y, turn, pod, 0.98))
      .join('') +
    specks(scatter(7, 22, 22), '#FFFFFF', 1.3),
  'seaweed-salad':
    darkBowl('#1F3B2C') +
    [
      ['#2F7A3E', 25],
      ['#58A445', 22],
      ['#3E8F3F', 19],
      ['#7CBF52', 15.5],
      ['#2F7A3E', 12],
      ['#67B04A', 8.5],
      ['#3E8F3F', 5],
    ]
      .map(([colour, r], index) =>
        line(
          blob(36, 36, Number(r), index + 2, { wobble: 0.16, corners: 8 }),
          String(colour),
          2.8,
        ),
      )
      .join('') +
    slivers(scatter(6, 18, 22), '#86C95C', [6, 1.6]) +
    slivers(scatter(8, 8, 20), '#C8402C', [2.6, 1.4]) +
    specks(scatter(3, 26, 23), '#F6E7B8', 1.7),
  'matcha-mochi':
    slate +
    put(25, 27, 0, mochi, 1.12) +
    put(49, 31, 40, mochi, 1.08) +
    put(
      35,
      47,
      -12,
      shape(
        'M-12.5 0h25c0 8-5 12-12.5 12s-12.5-4-12.5-12z',
        '#B4CB8B',
        '#8FAA62',
      ) +
        shape('M-10.5 0h21c0 6.5-4 10-10.5 10s-10.5-3.5-10.5-10z', '#F6F4E4') +
        shape('M-8.5 0h17c0 5-3 8-8.5 8s-8.5-3-8.5-8z', '#86AC50') +
        line('M-5 2.5h6M-2 5h5', '#A6C877', 1.3),
      1.1,
    ) +
    specks(scatter(12, 30, 27), '#93AE5E', 0.9),
}
