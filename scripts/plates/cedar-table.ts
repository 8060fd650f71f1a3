import { around, blob, line, put, scatter, shape, specks } from './brush'
import { dip, lemonSlice, mint, slivers } from './garnishes'
import {
  baklava,
  chickpea,
  crisp,
  cucumber,
  falafel,
  radish,
  skewer,
  vineRoll,
  wedgeOfTomato,
} from './pieces/cedar-table'
import {
  bluePlate,
  board,
  clayBowl,
  claySaucer,
  greenBowl,
  mustardPlate,
  whiteBowl,
  whitePlate,
} from './vessels'

export const cedarTable = {
  hummus:
    clayBowl('#DFC391') +
    shape(blob(36, 36, 26, 4, { wobble: 0.04 }), '#F0DDB5') +
    line(
      'M36 36c-3 3-8 0-7-5c1-6 10-8 15-3c6 6 3 17-6 19c-11 2-20-7-18-18c2-9 11-14 20-13c12 2 19 12 17 23',
      '#CBA968',
      2.6,
    ) +
    shape(blob(36, 36, 9, 6, { wobble: 0.2 }), '#C39A1E') +
    line('M24 28c2-4 6-7 11-7M48 48c3-3 5-7 5-11', '#CFAE3A', 2.4) +
    [
      [34, 34],
      [40, 36],
      [35, 40],
      [50, 27],
      [22, 43],
      [44, 53],
    ]
      .map(([x = 0, y = 0], index) => put(x, y, index * 50, chickpea))
      .join('') +
    specks(scatter(5, 24, 22), '#B8431F', 1.3) +
    slivers(scatter(8, 12, 21), '#5E9A56', [1.8, 1.6]),
  falafel:
    greenBowl('#E9EFD8') +
    slivers(scatter(4, 30, 26), '#86AD55', [5, 2]) +
    around(6, 18.5, (x, y, turn) => put(x, y, turn, falafel, 1.05)) +
    dip(36, 36, 9.5, '#F3E6C8', '#8F4B38') +
    specks(
      [
        [35, 37],
        [38, 35],
        [37, 39],
        [34, 34],
      ],
      '#B8431F',
      1.2,
    ),
  fattoush:
    whiteBowl('#6FA04A') +
    [
      [20, 24, 0],
      [50, 50, 1],
      [24, 50, 2],
      [50, 22, 3],
      [36, 36, 4],
    ]
      .map(([x = 0, y = 0, seed = 0]) =>
        shape(
          blob(x, y, 9.5, seed + 3, { wobble: 0.25, corners: 9 }),
          '#8CBB5A',
          '#5E8F3B',
        ),
      )
      .join('') +
    [
      [25, 24, -30],
      [49, 33, 60],
      [30, 51, 10],
      [40, 20, 150],
    ]
      .map(([x = 0, y = 0, t = 0]) => put(x, y, t, wedgeOfTomato, 1.05))
      .join('') +
    [
      [18, 37],
      [39, 34],
      [47, 50],
      [54, 24],
    ]
      .map(([x = 0, y = 0]) => put(x, y, x * 9, cucumber, 1))
      .join('') +
    [
      [31, 32],
      [56, 42],
      [20, 48],
      [39, 57],
      [31, 15],
    ]
      .map(([x = 0, y = 0]) => put(x, y, 0, radish, 0.95))
      .join('') +
    [
      [28, 41, 20],
      [44, 42, -50],
      [47, 16, 80],
      [16, 28, 130],
    ]
      .map(([x = 0, y = 0, t = 0]) => put(x, y, t, crisp, 1.05))
      .join('') +
    specks(scatter(6, 18, 24), '#8E2F3A', 1.2),
  tabbouleh:
    claySaucer +
    shape(blob(36, 36, 24.5, 5, { wobble: 0.06, corners: 10 }), '#3F7A38') +
    slivers(scatter(2, 38, 24), '#5E9A4A', [2.6, 2.2]) +
    slivers(scatter(3, 26, 24), '#83B660', [2, 1.9]) +
    specks(scatter(4, 20, 23), '#EAD6A0', 1.8) +
    scatter(7, 13, 22)
      .map(([x, y], i) =>
        put(x, y, i * 35, shape('M-2-2h4v4h-4z', '#D9432F', '#AE2C1C', 0.6)),
      )
      .join('') +
    lemonSlice(51, 52, 8) +
    mint(31, 33, -20, 1),
  'stuffed-vine-leaves':
    whitePlate +
    [
      [19, 29],
      [30, 25],
      [41, 25],
      [52, 29],
      [25, 48],
      [36, 50],
      [47, 48],
    ]
      .map(([x = 0, y = 0]) => put(x, y, 6, vineRoll, 0.98))
      .join('') +
    lemonSlice(57, 46, 6.5),
  'shish-taouk':
    bluePlate +
    shape(
      blob(34, 35, 25, 6, { wobble: 0.04, corners: 9 }),
      '#F0DBAA',
      '#CBA868',
    ) +
    specks(scatter(4, 10, 20, [34, 35]), '#D3A963', 4) +
    put(26, 36, 14, skewer, 0.98) +
    put(41, 34, 14, skewer, 0.98) +
    dip(56, 50, 9, '#FFFDF4', '#8F4B38') +
    slivers(
      [
        [55, 50],
        [58, 51],
      ],
      '#5E9A56',
      [1.5, 1.2],
    ),
  'zaatar-manakish':
    board +
    shape(
      blob(36, 36, 28, 8, { wobble: 0.03, corners: 10 }),
      '#E9C583',
      '#BC8E46',
      1.2,
    ) +
    shape(
      blob(36, 36, 23, 9, { wobble: 0.05, corners: 10 }),
      '#6B7034',
      '#8B8A45',
      1.4,
    ) +
    specks(scatter(2, 46, 22), '#838944', 3) +
    specks(scatter(3, 26, 22), '#4A5222', 2) +
    specks(scatter(4, 40, 22), '#F6E7B8', 1.3) +
    specks(
      scatter(9, 8, 27).filter(([x, y]) => Math.hypot(x - 36, y - 36) > 22),
      '#A97436',
      3,
    ) +
    line('M36 7.5v57M7.5 36h57', '#E4CE9C', 1.4),
  baklava:
    mustardPlate +
    put(36, 20, 0, baklava, 1.18) +
    put(20, 36, 0, baklava, 1.18) +
    put(52, 36, 0, baklava, 1.18) +
    put(36, 52, 0, baklava, 1.18) +
    slivers(scatter(6, 22, 26), '#8DB255', [1, 1.3]),
}
