import { blob, disc, line, put, scatter, shape, specks } from '../brush'

export const chickpea =
  disc(0, 0, 3, '#DDB877', '#B08A45') +
  line('M-1-1c1-1 2-.5 2.2.5', '#F3DDAE', 0.9)

export const falafel =
  shape(
    blob(0, 0, 8.4, 7, { wobble: 0.08, corners: 9 }),
    '#96602B',
    '#693D14',
    1.1,
  ) +
  specks(scatter(2, 14, 6.5, [0, 0]), '#B98145', 2.2) +
  specks(scatter(3, 8, 6.5, [0, 0]), '#6E8A3A', 1.4) +
  specks(scatter(5, 6, 6, [0, 0]), '#5B3310', 1.4)

export const wedgeOfTomato =
  shape('M-7 1c2-7 12-7 14 0c-3 4-11 4-14 0z', '#D9432F', '#A82A1C', 0.9) +
  specks(
    [
      [-2.5, 0],
      [0, 0.8],
      [2.5, 0],
    ],
    '#F3B26E',
    1.5,
  )

export const cucumber =
  disc(0, 0, 5.6, '#4E8A4B') +
  disc(0, 0, 4.5, '#CFE5B4') +
  specks(
    [
      [-1.7, -1],
      [1.7, -1],
      [0, 1.8],
    ],
    '#9CC383',
    1.2,
  )

export const radish =
  disc(0, 0, 4.6, '#C93A5B') +
  disc(0, 0, 3.7, '#FFF9F7') +
  disc(0, 0, 1.2, '#F4E3E0')

export const crisp =
  shape('M-6 5l4-11l8 6l-3 6z', '#E7BE75', '#B98B40') +
  specks(
    [
      [-1, 1],
      [2, 2],
      [-1, -2],
    ],
    '#C7974C',
    1.7,
  )

export const vineRoll =
  shape(
    'M-4.5-11c3-2 6-2 9 0c1 7 1 15 0 22c-3 2-6 2-9 0c-1-7-1-15 0-22z',
    '#5E7334',
    '#3F5020',
  ) +
  line('M-4.5-6l9-3M-4.5 0l9-3M-4.5 6l9-3', '#7E9450', 1) +
  line('M-3.5 9l7-2', '#465826', 1)

const chunk =
  shape(blob(0, 0, 5.8, 8, { wobble: 0.16 }), '#D9923F', '#A2631F') +
  line('M-3-2l6 3M-3 1.5l5 2.5', '#6E3D14', 1.2)

function pepper(colour: string, edge: string) {
  return shape('M-5-2.5c3-1 7-1 10 0v5c-3 1-7 1-10 0z', colour, edge, 0.9)
}

export const skewer =
  line('M0-29v58', '#7D6A52', 1.6) +
  [-18, -5, 8].map((y) => put(0, y, y * 9, chunk)).join('') +
  put(0, -11.5, 0, pepper('#C9392B', '#962318')) +
  put(0, 1.5, 0, pepper('#5E9A4A', '#40752F')) +
  put(0, 15, 0, pepper('#EBB83A', '#BF8D1E')) +
  put(0, 21, 40, chunk, 0.9)

export const baklava =
  shape('M0-11l9 11l-9 11l-9-11z', '#B97A2C', '#8A551A') +
  shape('M0-11l9 11l-9 8l-9-8z', '#E3B057', '#B57F2C', 0.8) +
  line('M-6 0l6 5.5l6-5.5M-3.5-4l3.5 3l3.5-3', '#C08C38', 0.9) +
  specks(
    [
      [0, -2],
      [-1.8, 0],
      [1.8, 0],
      [0, 1.6],
      [0, -4],
    ],
    '#8DB255',
    2,
  )
