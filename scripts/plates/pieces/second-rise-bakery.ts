import { blob, disc, line, shape, specks } from '../brush'

export const egg =
  shape(
    blob(0, 0, 9.5, 5, { wobble: 0.12, corners: 8 }),
    '#FFFDF5',
    '#E8DCC0',
    0.8,
  ) +
  disc(0, 0, 4.6, '#F0A03A', '#D98522') +
  disc(-1.3, -1.4, 1.3, '#FBD08B')

export const berry =
  disc(0, 0, 3.2, '#3F4A80', '#2C3460') +
  specks([[0, 0]], '#232A50', 1.8) +
  specks([[-1, -1.2]], '#7C87B8', 1)

export const strawberry =
  shape(
    'M-4.5-3c2-2.5 7-2.5 9 0c1 3-2 7-4.5 9c-2.5-2-5.5-6-4.5-9z',
    '#D6333A',
    '#A81F2A',
    0.9,
  ) +
  shape(
    'M-2-1.5c1-1.5 3-1.5 4 0c.5 1.5-1 3.5-2 5c-1-1.5-2.5-3.5-2-5z',
    '#F4A6A0',
  )

export const slice =
  shape(
    'M-13-8c-3-6 2-9 7-8.5c4-1.5 8-1.5 12 0c5-.5 10 2.5 7 8.5c1 8 1 16 0 23c-8 2-18 2-26 0c-1-7-1-15 0-23z',
    '#B87A36',
    '#8A5520',
    1.2,
  ) +
  shape(
    'M-10.5-8c-2.5-4 1.5-6.5 5-6c4-1.5 7-1.5 11 0c3.5-.5 7.5 2 5 6c1 7 1 14 0 20.5c-7 1.5-14 1.5-21 0c-1-6.5-1-13.5 0-20.5z',
    '#F0DDB2',
  )

export const avocado =
  shape(
    'M-2.5-8c2-1.5 4-1 5 1c1 5 0 10-3 13c-3-3-4-9-2-14z',
    '#A9C45C',
    '#5F8136',
    1,
  ) + line('M-1-5c0 3 0 6 .5 8', '#D5E19B', 1.3)

export const radish = disc(0, 0, 3.4, '#C93A5B') + disc(0, 0, 2.7, '#FFF9F7')
