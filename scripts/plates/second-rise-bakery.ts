import {
  around,
  blob,
  disc,
  hoop,
  line,
  oval,
  put,
  scatter,
  shape,
  specks,
} from './brush'
import { lemonSlice, mint, slivers } from './garnishes'
import {
  avocado,
  berry,
  egg,
  radish,
  slice,
  strawberry,
} from './pieces/second-rise-bakery'
import {
  blueBowl,
  bluePlate,
  board,
  claySaucer,
  greenPlate,
  skillet,
  whitePlate,
} from './vessels'

export const secondRiseBakery = {
  'butter-croissant':
    bluePlate +
    put(
      0,
      3.5,
      0,
      shape(
        'M9 47c-2-16 9-31 27-31s29 15 27 31c-1 5-7 5-10 1c-3-6-9-9-17-9s-14 3-17 9c-3 4-9 4-10-1z',
        '#D9973F',
        '#9E6420',
        1.4,
      ) +
        shape(
          'M28 16.8c5-1.5 11-1.5 16 0c2 7 1 15-2 22.6c-4-.6-8-.6-12 0c-3-7.6-4-15.6-2-22.6z',
          '#EBB660',
          '#9E6420',
          1.1,
        ) +
        shape(
          'M28 16.8c-6 2-11 6-14 11c4 6 9 10 13 13l3-1.4c-3-7-4-15-2-22.6zM44 16.8c6 2 11 6 14 11c-4 6-9 10-13 13l-3-1.4c3-7 4-15 2-22.6z',
          '#E0A54C',
          '#9E6420',
          1.1,
        ) +
        line(
          'M33 20c-1 5-1 10 0 15M38 20c1 5 1 10 0 15M24 22c0 4 1 8 3 12M49 22c0 4-1 8-3 12M17 30c2 4 5 7 8 9M55 30c-2 4-5 7-8 9M11 42c3 0 5 1 7 2M61 42c-3 0-5 1-7 2',
          '#F6D492',
          1.4,
        ),
    ) +
    specks(
      [
        [26, 55],
        [46, 56],
        [33, 59],
        [38, 53],
      ],
      '#D9973F',
      1.6,
    ),
  'cinnamon-bun':
    greenPlate +
    shape(
      blob(36, 36, 25, 4, { wobble: 0.03, corners: 9 }),
      '#D9A256',
      '#A06A26',
      1.4,
    ) +
    disc(36, 36, 22, '#E8BC76') +
    line(
      'M57 38c0 12-9 20-21 20s-21-10-20-22s11-19 21-18s17 9 16 19s-8 14-17 14s-14-7-13-15s7-12 14-11s11 6 10 12s-5 9-10 8s-7-5-6-8s4-5 7-4',
      '#8E4F22',
      3,
    ) +
    line('M25 22c6-5 17-6 24 1M20 45c2 5 6 9 11 10', '#F5D9A0', 1.6) +
    specks(scatter(5, 24, 21), '#FFFEFA', 2.4),
  'sourdough-loaf':
    board +
    disc(36, 36, 27, '#9C5F28', '#6B3B12') +
    disc(36, 36, 24.5, '#B97836') +
    '<g opacity=".55">' +
    hoop(22.5, '#F0DDB5', 1.6) +
    hoop(18, '#F0DDB5', 1.2) +
    '</g>' +
    shape('M33 12c8 12 9 34 1 49c-5-14-6-34-1-49z', '#F0D9A8', '#7C4819', 1.2) +
    line('M33 18c3 11 4 25 1 37', '#DDBB7E', 1.4) +
    line(
      'M26 26c-4-1-7 0-10 3M26 35c-4-1-8 0-11 3M27 44c-4-1-7 1-9 4M43 24c4-2 7-2 10 0M44 33c4-2 8-2 12 0M44 42c4-1 8-1 11 1',
      '#F0D9A8',
      2,
    ) +
    specks(scatter(3, 30, 24), '#F7EAD0', 1.1),
  'blueberry-pancakes':
    claySaucer +
    disc(38, 38.5, 23.5, '#C48A3C', '#94601E') +
    disc(34.5, 37, 23.5, '#D39A4A', '#94601E') +
    disc(36, 35, 23.5, '#EBC88A', '#A8732C') +
    disc(36, 35, 20.5, '#D39A4A') +
    disc(36, 35, 17, '#DBA656') +
    shape(
      'M25 29c3-7 16-8 22-2c5 5 10 5 9 10c0 4-4 3-5 8s-1 11-4 11s-2-7-5-9s-8 1-12 0s-8 4-9 1s4-5 3-9s-2-6 1-10z',
      '#9A4E1A',
    ) +
    '<g opacity=".35">' +
    line('M29 31c3-4 10-5 15-2', '#fff', 1.6) +
    '</g>' +
    put(
      36,
      35,
      14,
      shape('M-6-5h12v10h-12z', '#F9E08A', '#D9B84E') +
        shape('M-6-5h12v7h-12z', '#FFF0B0'),
    ) +
    [
      [24, 25],
      [47, 23],
      [52, 33],
      [24, 44],
      [44, 47],
      [31, 20],
      [19, 33],
      [34, 50],
      [56, 52],
      [14, 51],
    ]
      .map(([x = 0, y = 0], index) => put(x, y, index * 40, berry, 1))
      .join(''),
  'avocado-toast':
    board +
    put(34, 37, -8, slice, 1.42) +
    [
      [22, 25, -6],
      [29, 24, 0],
      [36, 23, 4],
      [43, 23, 9],
    ]
      .map(([x = 0, y = 0, t = 0]) => put(x, y, t, avocado, 1.12))
      .join('') +
    [
      [24, 50, 6],
      [31, 51, 2],
      [38, 50, -4],
    ]
      .map(([x = 0, y = 0, t = 0]) => put(x, y, t + 180, avocado, 1.12))
      .join('') +
    put(
      28,
      38,
      20,
      oval(0, 0, [6.6, 5.4], '#FFFDF5', '#DCD0B4') + disc(0, 0, 3.1, '#F0A03A'),
    ) +
    put(
      42,
      38,
      -20,
      oval(0, 0, [6.6, 5.4], '#FFFDF5', '#DCD0B4') + disc(0, 0, 3.1, '#F0A03A'),
    ) +
    put(35, 33, 0, radish) +
    put(46, 46, 0, radish) +
    put(35, 43, 0, radish, 0.9) +
    specks(scatter(6, 16, 16, [34, 37]), '#B8431F', 1.1),
  shakshuka:
    skillet('#C23E22') +
    shape(blob(36, 36, 25, 6, { wobble: 0.06 }), '#D4532E') +
    specks(scatter(3, 20, 25), '#E37B4A', 4) +
    slivers(scatter(6, 10, 24), '#EBA03A', [6, 2.4]) +
    slivers(scatter(8, 8, 24), '#A32A1B', [5, 2.2]) +
    put(27, 26, 0, egg, 1.05) +
    put(48, 34, 80, egg, 1.05) +
    put(29, 48, 190, egg, 1.05) +
    slivers(scatter(9, 20, 24), '#4F8F45', [1.8, 1.8]),
  'granola-bowl':
    blueBowl('#FBFAF4') +
    line('M44 18c7 4 11 11 10 18M30 58c9 2 18-2 23-9', '#E8E5D8', 2) +
    shape(
      'M22 9c8 8 14 18 12 28s-6 18-12 26c-10-5-16-15-16-27s6-22 16-27z',
      '#B98345',
    ) +
    specks(
      scatter(4, 30, 13, [20, 36]).map(([x, y]) => [x, 36 + (y - 36) * 1.7]),
      '#DDB070',
      3.6,
    ) +
    specks(
      scatter(7, 16, 12, [20, 36]).map(([x, y]) => [x, 36 + (y - 36) * 1.7]),
      '#8C5A28',
      2.4,
    ) +
    [
      [16, 27, 30],
      [26, 42, 110],
      [18, 50, 60],
      [25, 22, 150],
    ]
      .map(([x = 0, y = 0, t = 0]) =>
        put(x, y, t, oval(0, 0, [3.6, 1.8], '#F3DDB2', '#B98A4A')),
      )
      .join('') +
    [
      [42, 24, 20],
      [51, 34, 80],
      [42, 47, 150],
    ]
      .map(([x = 0, y = 0, t = 0]) => put(x, y, t, strawberry, 1.15))
      .join('') +
    [
      [38, 35],
      [45, 37],
      [52, 46],
      [50, 21],
      [36, 54],
      [37, 15],
      [57, 27],
    ]
      .map(([x = 0, y = 0], i) => put(x, y, i * 40, berry, 1))
      .join('') +
    mint(47, 31, 30, 0.8),
  'lemon-tart':
    whitePlate +
    around(24, 24.5, (x, y) => disc(x, y, 3.4, '#DDAE68', '#AC7A36')) +
    disc(36, 36, 24.5, '#E6BE7E') +
    disc(36, 36, 21.5, '#F2C12E', '#D2991B') +
    '<g opacity=".55">' +
    oval(29, 27, [9, 4.5], '#FBE07E') +
    '</g>' +
    lemonSlice(40, 41, 8.5) +
    mint(33, 36, -40, 1) +
    specks(
      scatter(5, 24, 26).filter(([x]) => x < 36),
      '#FFFFFF',
      1.2,
    ),
}
