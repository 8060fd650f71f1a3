import { blob, disc, line, put, scatter, shape, specks } from './brush'
import { dip, slivers, springOnion } from './garnishes'
import {
  blueBowl,
  bluePlate,
  clayBowl,
  darkBowl,
  mustardPlate,
} from './vessels'

const pakChoi =
  shape('M0 9c-2.5-3-2-6-1.5-8h3c.5 2 1 5-1.5 8z', '#E6EFCB', '#B4CB8C', 0.7) +
  shape('M0 2c-6-2-6.5-9 0-12c6.5 3 6 10 0 12z', '#4E9150', '#38733C') +
  line('M0 1v-8M0-2l-3-3M0-2l3-3', '#A9CF93', 0.8)

const wonton =
  shape(
    'M-2-3c-6 0-9-4-8-8c2 2 3 1 5-1c1 2 3 2 5 0c2 2 4 2 5 0c2 2 3 3 5 1c1 4-2 8-8 8z',
    '#FBEFD3',
    '#C79B5B',
    0.9,
  ) +
  shape(
    blob(0, 3, 9, 3, { wobble: 0.07, squash: 0.85 }),
    '#FBEFD3',
    '#C79B5B',
    0.9,
  ) +
  shape(blob(0, 4, 5.4, 6, { wobble: 0.1, squash: 0.75 }), '#F0B698') +
  line('M-3-9l2 6M0-8.5v5M4-9l-2.5 6', '#D9B47C', 0.9)

const strand =
  line(blob(0, 0, 23, 4, { wobble: 0.07, corners: 9 }), '#D9B264', 4.4) +
  line(blob(0, 0, 23, 4, { wobble: 0.07, corners: 9 }), '#F6E2AE', 3.2)

const nest = [1, 0.86, 0.72, 0.59, 0.46]
  .map((size, index) => put(36, 36, index * 70, strand, size))
  .join('')

const tofu =
  shape('M-5-5h10v10h-10z', '#F0DDBB', '#D9B98A', 0.8) +
  shape('M-5-5h10v7.5h-10z', '#FDF7E8')

const duckSlice =
  shape(
    'M-4.5 9c-3-6-2-14 2-19c4 3 6 12 4 18c-2 2-4 2-6 1z',
    '#C98767',
    '#8A4F38',
    0.8,
  ) +
  line('M-2.5-10c4.5 3 6.5 12 4.5 18', '#5A2A18', 2.6) +
  line('M-2 5c-1-3-1-7 0-10', '#E0AE92', 1)

export const lanternNoodleHouse = {
  'dan-dan-noodles':
    clayBowl('#B8431F') +
    disc(36, 36, 26, '#CC5A28') +
    nest +
    shape(blob(35, 36, 10.5, 3), '#6B3A24') +
    specks(scatter(8, 26, 10.5), '#93583A', 3) +
    specks(scatter(4, 13, 10), '#4E2817', 2) +
    specks(scatter(31, 11, 17), '#E9C48C', 2.6) +
    specks(scatter(12, 9, 24), '#E8762F', 2) +
    springOnion(scatter(2, 11, 18)),
  'wonton-soup':
    blueBowl('#DDB05A') +
    put(52, 22, 45, pakChoi) +
    put(57, 33, 80, pakChoi, 0.9) +
    put(30, 24, -20, wonton) +
    put(47, 41, 75, wonton, 0.95) +
    put(25, 42, -70, wonton, 0.95) +
    put(38, 53, 190, wonton, 0.95) +
    springOnion([
      [40, 24],
      [33, 38],
      [36, 41],
      [44, 55],
      [18, 30],
      [53, 51],
      [29, 35],
    ]) +
    specks(
      [
        [38, 31],
        [50, 47],
        [24, 55],
        [14, 36],
      ],
      '#EFD08A',
      2.4,
    ),
  'scallion-pancake':
    bluePlate +
    shape(
      blob(34, 34, 23.5, 5, { wobble: 0.03, corners: 9 }),
      '#E6BB6B',
      '#BC8A3F',
    ) +
    line(
      'M16 34a18 18 0 0 1 18-18a17 17 0 0 1 15 10M21 36a13 13 0 0 1 13-14' +
        'M52 36a18 18 0 0 1-14 16M45 40a12 12 0 0 1-14 6',
      '#D6A452',
      1.6,
    ) +
    specks(scatter(6, 12, 19, [34, 34]), '#B9803A', 4) +
    specks(scatter(9, 10, 19, [34, 34]), '#9C6427', 2) +
    slivers(scatter(3, 24, 21, [34, 34]), '#5E9A56', [1.6, 1.7]) +
    line('M34 10.5v47M13.5 22.5l41 23.5M13.5 46l41-23.5', '#EEF3F4', 1.5) +
    dip(54, 53, 10, '#3A2A22', '#DCE3E4') +
    springOnion(
      [
        [53, 55],
        [57, 52],
      ],
      1.4,
    ),
  'mapo-tofu':
    darkBowl('#B23A1C') +
    shape(blob(36, 36, 25, 9, { wobble: 0.06 }), '#C94F22') +
    specks(scatter(21, 14, 25), '#EE8A35', 2.4) +
    [
      [36, 36, 12],
      [23, 29, 40],
      [37, 21, -15],
      [51, 29, 25],
      [51, 45, 60],
      [37, 52, 5],
      [22, 45, -25],
    ]
      .map(([x = 0, y = 0, turn = 0]) => put(x, y, turn, tofu, 1.08))
      .join('') +
    specks(scatter(5, 26, 25), '#5B2C1B', 2.4) +
    specks(scatter(7, 9, 24), '#7D4128', 1.8) +
    springOnion([
      [30, 35],
      [44, 29],
      [43, 44],
      [30, 24],
      [29, 51],
      [56, 37],
      [17, 36],
    ]),
  'tea-smoked-duck':
    mustardPlate +
    Array.from({ length: 7 }, (_, index) =>
      put(
        16 + index * 6.4,
        37 - Math.sin((index / 6) * Math.PI) * 9,
        -34 + index * 11,
        duckSlice,
        1.12,
      ),
    ).join('') +
    Array.from({ length: 5 }, (_, index) =>
      put(
        43 + index * 3,
        53 - index * 1.2,
        62 + index * 9,
        shape('M-1.5-7h3v14h-3z', '#CFE5B4', '#4E8A4B', 1),
      ),
    ).join('') +
    slivers(scatter(4, 9, 5, [35, 47]), '#7FB06A', [4, 1.2]) +
    dip(25, 53, 8.5, '#6B241C', '#4A6E8F'),
}
