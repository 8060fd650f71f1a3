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
import { coriander, dip, limeWedge, slivers } from './garnishes'
import {
  chip,
  churro,
  cob,
  corn,
  enchilada,
  half,
  triangle,
} from './pieces/taqueria-maravilla'
import {
  bluePlate,
  board,
  claySaucer,
  greenPlate,
  mustardPlate,
  whitePlate,
} from './vessels'

export const taqueriaMaravilla = {
  'carnitas-tacos':
    bluePlate +
    [
      [19.5, 36, -10],
      [36, 33, 0],
      [52.5, 36, 10],
    ]
      .map(([x = 0, y = 0, turn = 0], index) =>
        put(
          x,
          y,
          turn,
          corn +
            `<g transform="scale(.5 1)">${shape(blob(0, 0, 14.5, index + 3, { corners: 9 }), '#8F5330')}</g>` +
            slivers(
              scatter(index + 1, 13, 6, [0, 0]).map(([a, b]) => [
                a * 0.8,
                b * 2,
              ]),
              '#C78B5C',
              [3, 1.8],
            ) +
            specks(
              scatter(index + 5, 9, 6, [0, 0]).map(([a, b]) => [
                a * 0.8,
                b * 2,
              ]),
              '#FFFDF5',
              2,
            ) +
            specks(
              scatter(index + 9, 8, 6, [0, 0]).map(([a, b]) => [
                a * 0.8,
                b * 2,
              ]),
              '#5E9A56',
              2,
            ),
          0.84,
        ),
      )
      .join('') +
    limeWedge(36, 57, 0, 0.85),
  'fish-tacos':
    claySaucer +
    around(3, 14.5, (x, y, turn, index) =>
      put(
        x,
        y,
        turn + 90,
        oval(0, 0, [10.5, 17], '#F0D9A4', '#C9A467') +
          slivers(
            scatter(index + 2, 22, 7, [0, 0]).map(([a, b]) => [a, b * 1.7]),
            '#7C3F7D',
            [3, 1.5],
          ) +
          shape(
            'M-3.5-12c3-2 5-1 7 0c1.5 8 1.5 16 0 24c-3 2-5 1-7 0c-1.5-8-1.5-16 0-24z',
            '#DE9F43',
            '#B3742A',
          ) +
          line('M-4-9l8 4l-8 4l8 4l-8 4l8 4', '#FFFBEF', 1.5),
        0.92,
      ),
    ) +
    limeWedge(36, 32, 0, 0.7),
  'mushroom-quesadilla':
    greenPlate +
    [
      [21.5, 35, 125],
      [36, 27, 180],
      [50.5, 35, 235],
    ]
      .map(([x = 0, y = 0, turn = 0]) => put(x, y, turn, triangle, 1.12))
      .join('') +
    dip(28, 54, 8, '#C8432F', '#8F4B38') +
    specks(
      [
        [27, 55],
        [30, 53],
        [28, 57],
      ],
      '#5E9A56',
      1.4,
    ) +
    limeWedge(46, 53, -20, 0.8),
  guacamole:
    mustardPlate +
    around(11, 22.5, (x, y, turn, index) =>
      put(x, y, turn + (index % 2 ? 14 : -10), chip, 1.05),
    ) +
    disc(36, 36, 17.5, '#3D3A38') +
    shape(blob(36, 36, 14.8, 4, { wobble: 0.05 }), '#9DBB4F', '#7A9A38') +
    line(
      'M26 34c4-6 14-8 19-2M28 42c5 4 13 4 17-2M31 37c3-2 7-2 9 0',
      '#B9D06E',
      2.2,
    ) +
    specks(scatter(4, 8, 11), '#CF4332', 2.3) +
    specks(scatter(7, 7, 11), '#FFFDF2', 1.8) +
    coriander(37, 33, 20, 1.05),
  'bean-burrito':
    board +
    put(26, 28, -38, half, 1.25) +
    put(49, 37, -38, half, 1.25) +
    dip(23, 55, 7, '#C8432F', '#F1F4EC') +
    limeWedge(37, 59, -15, 0.6),
  elote:
    greenPlate +
    [
      [27, 35, -12],
      [45, 37, 12],
    ]
      .map(([x = 0, y = 0, turn = 0], index) =>
        put(
          x,
          y,
          turn,
          line('M0 16v9', '#D9C184', 3) +
            cob +
            specks(
              scatter(index + 3, 9, 8, [0, 0]).map(([a, b]) => [
                a * 0.75,
                b * 1.7,
              ]),
              '#6E4620',
              2,
            ) +
            specks(
              scatter(index + 6, 17, 8, [0, -1]).map(([a, b]) => [
                a * 0.75,
                b * 1.7,
              ]),
              '#FFFDF5',
              2,
            ) +
            specks(
              scatter(index + 8, 10, 8, [0, 0]).map(([a, b]) => [
                a * 0.75,
                b * 1.7,
              ]),
              '#C8432F',
              1.3,
            ),
          1.1,
        ),
      )
      .join('') +
    limeWedge(36, 12, 0, 0.65),
  'green-enchiladas':
    claySaucer +
    [18.5, 30, 41.5, 53]
      .map((x) => put(x, 36, 0, enchilada, x < 20 || x > 50 ? 0.72 : 0.98))
      .join('') +
    shape(
      'M12 28c8-4 15 1 24-2s17-2 24 2c2 5 2 11 0 16c-8 5-15 0-24 3s-17 1-24-3c-2-5-2-11 0-16z',
      '#8FB04A',
      '#71923A',
    ) +
    line('M14 33l7 7l7-8l7 8l7-8l7 8l8-7', '#FFFBEF', 2) +
    specks(
      scatter(6, 16, 20).map(([x, y]) => [x, 36 + (y - 36) * 0.5]),
      '#FFF3CF',
      2,
    ) +
    [
      [24, 33],
      [38, 40],
      [50, 33],
    ]
      .map(
        ([x = 0, y = 0]) =>
          `<circle cx="${x}" cy="${y}" r="3.2" fill="none" stroke="#E7A6BE" stroke-width="1.2"/>`,
      )
      .join('') +
    coriander(32, 30, -20, 0.9) +
    coriander(45, 43, 40, 0.9),
  churros:
    whitePlate +
    [
      [20, 38, -24],
      [31, 32, -8],
      [43, 30, 8],
      [55, 34, 24],
    ]
      .map(([x = 0, y = 0, turn = 0]) => put(x, y, turn, churro, 0.92))
      .join('') +
    dip(40, 55, 10.5, '#4A2818', '#4A6E8F'),
}
