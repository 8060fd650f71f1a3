import { line, oval, shape, specks } from '../brush'

function taco(shell: string, edge: string) {
  return (
    oval(0, 0, [9, 20], shell, edge) +
    specks(
      [
        [-6, -8],
        [6.5, 5],
        [-6.5, 6],
        [5.5, -11],
        [-4, 14],
        [4, 15],
      ],
      edge,
      1.8,
    )
  )
}

export const corn = taco('#EBC873', '#C6983F')

export const triangle =
  shape(
    'M0-13c6 7 11 15 12 22c-8 3-16 3-24 0c1-7 6-15 12-22z',
    '#F0D49A',
    '#C39A55',
  ) +
  line('M-12 9.5c8 3 16 3 24 0', '#F2B93B', 3) +
  specks(
    [
      [0, -5],
      [-4, 2],
      [4, 3],
      [0, 5],
      [-7, 6],
      [7, 6],
    ],
    '#B77F3C',
    3,
  ) +
  specks(
    [
      [-2, 0],
      [3, -2],
      [-5, 5],
      [1, 2],
    ],
    '#8F5A2A',
    1.5,
  )

export const chip =
  shape(
    'M0-9c3 5 6 9 7 14c-5 1.5-9 1.5-14 0c1-5 4-9 7-14z',
    '#EDC35C',
    '#C08E30',
  ) +
  specks(
    [
      [0, -1],
      [-3, 2],
      [3, 2.5],
    ],
    '#D4A23F',
    1.8,
  )

export const half =
  shape(
    'M-8-13c2-3 14-3 16 0c1 6 1 13 1 20h-18c0-7 0-14 1-20z',
    '#F2DDB0',
    '#C9A467',
  ) +
  specks(
    [
      [-4, -11],
      [3, -8],
      [-2, -4],
      [5, -12],
      [-6, -6],
    ],
    '#CFA25C',
    2.6,
  ) +
  oval(0, 7, [9, 6.5], '#F7EACB', '#C9A467') +
  oval(0, 7, [7.2, 5], '#FFF8E6') +
  specks(
    [
      [-4, 6],
      [-1, 9],
      [3, 5],
      [4.5, 8.5],
      [0, 4.5],
    ],
    '#3B2327',
    2.9,
  ) +
  specks(
    [
      [-2, 6.5],
      [2, 8],
      [-4.5, 9],
    ],
    '#F2B93B',
    1.9,
  ) +
  specks(
    [
      [1, 6.2],
      [-3, 4],
    ],
    '#C8432F',
    1.7,
  )

export const cob =
  shape(
    'M-7-16c3-6 11-6 14 0c1.5 10 1.5 20 0 29c-3 6-11 6-14 0c-1.5-9-1.5-19 0-29z',
    '#F0BE3C',
    '#BF8A22',
  ) +
  line('M-3.5-18v33M0-20v37M3.5-18v33', '#D79F2B', 0.9) +
  line(
    'M-7-13h14M-7.5-9h15M-8-5h16M-8-1h16M-8 3h16M-8 7h16M-7 11h14',
    '#D79F2B',
    0.9,
  )

export const churro =
  line('M0-18v36', '#A9661F', 10) +
  line('M0-18v36', '#DC9F52', 8) +
  line('M-1.5-19v38M1.5-19v38', '#BC7A31', 0.9) +
  specks(
    [
      [-2, -12],
      [2, -7],
      [-2, -2],
      [2, 3],
      [-2, 8],
      [2, 13],
      [2, -15],
    ],
    '#FFF6E2',
    1.3,
  )

export const enchilada = shape(
  'M-6.5-21c4-2 9-2 13 0v42c-4 2-9 2-13 0z',
  '#E9C67E',
  '#BE9448',
)
