import { disc, line, oval, put, round, shape, specks } from './brush'

/** What turns up on many plates. Each is drawn around 0,0 unless placed. */

export function basil(x: number, y: number, turn: number, size = 1) {
  const leaf =
    shape('M0-6c4.5 1 5 8 0 12c-5-4-4.5-11 0-12z', '#4F8F45', '#39702F') +
    line('M0-3.5v7', '#8CBF7B', 0.8)
  return put(x, y, turn, leaf, size)
}

export function coriander(x: number, y: number, turn: number, size = 1) {
  const leaf =
    line('M0 1v6', '#5E9A56', 1.2) +
    shape(
      'M0 2c-2 1-5 .5-5-2c-1-2 1-3.5 2.5-2.5c-.5-3 5.5-3 5 0' +
        'c1.5-1 3.5.5 2.5 2.5c0 2.5-3 3-5 2z',
      '#5E9A56',
      '#44803D',
      0.8,
    )
  return put(x, y, turn, leaf, size)
}

export function mint(x: number, y: number, turn: number, size = 1) {
  const leaf = 'M0 0c-3-2-3-6 0-8.5c3 2.5 3 6.5 0 8.5z'
  const sprig = [-60, 60, 0]
    .map((lean) =>
      put(
        0,
        0,
        lean,
        shape(leaf, '#4F9A5B', '#35783F', 0.8) +
          line('M0-2v-4', '#93C99A', 0.7),
      ),
    )
    .join('')
  return put(x, y, turn, sprig, size)
}

export function limeWedge(x: number, y: number, turn: number, size = 1) {
  const wedge =
    shape('M-8 0a8 8 0 0 0 16 0z', '#6E9E3B') +
    shape('M-6.5 0a6.5 6.5 0 0 0 13 0z', '#D9E8A6') +
    line('M0 0v5.5M0 0l-4 4M0 0l4 4', '#A9C766', 0.9)
  return put(x, y, turn, wedge, size)
}

export function lemonSlice(x: number, y: number, r: number) {
  const ray = line('M0-1v-3.6', '#E3BE3C', 0.9)
  const rays = [0, 60, 120, 180, 240, 300].map((turn) => put(0, 0, turn, ray))
  const slice =
    disc(0, 0, 6.5, '#F0CF4F') + disc(0, 0, 5.3, '#FBEFAE') + rays.join('')
  return put(x, y, 0, slice, r / 6.5)
}

/** A small dish of sauce beside the food. */
export function dip(
  x: number,
  y: number,
  r: number,
  sauce: string,
  rim: string,
) {
  return (
    disc(x, y, r, rim) +
    disc(x, y, r - 2, sauce) +
    `<g opacity=".35">${oval(x - r / 4, y - r / 4, [r / 4, r / 7], '#fff')}</g>`
  )
}

/** Rings of spring onion. */
export function springOnion(points: [number, number][], size = 2) {
  return (
    specks(points, '#5E9A56', size * 1.7) +
    specks(points, '#CFE5B4', size * 0.7)
  )
}

/** Short straight pieces, each turned its own way: shreds, grains, slivers. */
export function slivers(
  points: [number, number][],
  colour: string,
  [long, thick]: [number, number],
) {
  const d = points.map(([x, y], index) => {
    const angle = index * 2.4 + x
    const dx = Math.cos(angle) * long
    const dy = Math.sin(angle) * long
    const start = `M${Math.round(x - dx / 2)} ${Math.round(y - dy / 2)}`
    return `${start}l${round(dx)} ${round(dy)}`
  })
  return line(d.join(''), colour, thick)
}
