import { blob, disc, line, scatter, shape, specks } from '../brush'

export const nigiri =
  shape(
    'M-5-11c3-2 7-2 10 0c1.5 7 1.5 15 0 22c-3 2-7 2-10 0c-1.5-7-1.5-15 0-22z',
    '#FDFAF2',
    '#D8D2C2',
    0.8,
  ) +
  shape(
    'M-5.5-8.5c3-2 8-2 11 0c1.5 6 1.5 11 0 17c-3 2-8 2-11 0c-1.5-6-1.5-11 0-17z',
    '#F08A55',
    '#CC6534',
    0.9,
  ) +
  line('M-5-3l9-4.5M-5.5 1.5l11-5.5M-5.5 6l11-5.5M-3 9l8-4', '#FBC8A4', 1.1)

export const maki =
  disc(0, 0, 7, '#22352C') +
  disc(0, 0, 5.6, '#FDFAF2') +
  specks(
    [
      [-3.6, 1],
      [3.4, 1.8],
      [-1, 4],
      [1.5, -4],
      [-3, -2.6],
      [3.6, -2],
    ],
    '#DCD6C6',
    1,
  ) +
  shape('M-2.5-2.5h5v5h-5z', '#B92F3C', '#912230', 0.7)

export const wasabi =
  shape(blob(0, 0, 4.6, 3, { wobble: 0.2 }), '#A9C667', '#86A648') +
  line('M-2 0c1-1.5 3-1.5 4 0', '#C7DC92', 1)

export const ginger =
  shape(blob(-2, 0, 4.6, 2, { wobble: 0.2 }), '#F4B9AE', '#DB958A', 0.8) +
  shape(blob(2.5, 1.5, 4, 5, { wobble: 0.22 }), '#F9CFC5', '#DB958A', 0.8) +
  line('M-4-1c2-1 3 0 4 2M1 1c2-1 3 0 4 1', '#DB958A', 0.8)

export const tuna =
  shape('M-4-8c3-1 6-1 8 0v16c-3 1-6 1-8 0z', '#B32D3B', '#8B1F2D', 0.9) +
  line('M-3-4l6-2M-3 0l6-2M-3 4l6-2', '#D66A70', 0.9)

export const salmon =
  shape('M-4-8c3-1 6-1 8 0v16c-3 1-6 1-8 0z', '#F08A55', '#CC6534', 0.9) +
  line('M-3-4l6-2M-3 0l6-2M-3 4l6-2', '#FBC8A4', 1)

export const tamago =
  shape('M-3.5-6.5h7v13h-7z', '#F6CE57', '#CE9F2C', 0.9) +
  line('M-3.5-2h7M-3.5 2.5h7', '#E0B53F', 0.9)

export const prawn =
  shape(
    'M0 13c-3 3-7 5-7 2c0-2 4-3 6-5zM0 13c3 3 7 5 7 2c0-2-4-3-6-5z',
    '#E2532F',
    '#B53A1B',
    0.8,
  ) +
  shape(
    blob(0, -2, 5.2, 9, { wobble: 0.17, corners: 11, squash: 2.6 }),
    '#EFC479',
    '#C6913F',
  ) +
  specks(
    [
      [-2, -9],
      [2, -5],
      [-2, -1],
      [2, 4],
      [-1, 7],
      [1, -12],
    ],
    '#DBA654',
    2.4,
  ) +
  specks(
    [
      [1, -8],
      [-2, -5],
      [1, 0],
      [-2, 4],
    ],
    '#FBE3AE',
    1.8,
  )

export const pod =
  shape(
    'M-13 0c3-3 5-4.5 7.5-4.5s2.5 1 4 1s2-1.5 4.5-1.5s4 2 6 3c2 .8 3 1 4.5 1' +
      'c-1.5 1.5-3 1.5-4.5 2.5c-2 1.5-4 3-6.5 3s-2.5-1.5-4-1.5s-2 1-4 1s-5-1.5-7.5-4z',
    '#76A846',
    '#527F2C',
  ) +
  specks(
    [
      [-6, 0],
      [0.8, 0],
      [7, 0.3],
    ],
    '#5B8C33',
    6.4,
  ) +
  specks(
    [
      [-6.2, -0.3],
      [0.6, -0.3],
      [6.8, 0],
    ],
    '#9CCB6A',
    4.8,
  )

export const mochi =
  disc(0, 0, 11, '#B4CB8B', '#8FAA62') +
  disc(-1, -1.2, 8.4, '#C6D9A2') +
  specks(scatter(4, 16, 9, [0, 0]), '#7F9E4F', 1.2)
