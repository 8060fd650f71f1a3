/** The few strokes that every plate is drawn with. All of them return SVG. */

const CENTRE = 36

export function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function disc(x: number, y: number, r: number, fill: string, edge = '') {
  const outline = edge ? ` stroke="${edge}"` : ''
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${r}" fill="${fill}"${outline}/>`
}

export function oval(
  x: number,
  y: number,
  [rx, ry]: [number, number],
  fill: string,
  edge = '',
) {
  const outline = edge ? ` stroke="${edge}"` : ''
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${rx}" ry="${ry}" fill="${fill}"${outline}/>`
}

export function shape(d: string, fill: string, edge = '', width = 1) {
  const thick = width === 1 ? '' : ` stroke-width="${width}"`
  const outline = edge ? ` stroke="${edge}"${thick}` : ''
  return `<path d="${d}" fill="${fill}"${outline}/>`
}

export function line(d: string, colour: string, width = 1) {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`
}

export function hoop(r: number, colour: string, width: number) {
  return `<circle cx="36" cy="36" r="${r}" fill="none" stroke="${colour}" stroke-width="${width}"/>`
}

/** Round crumbs, seeds and drops: points of one colour and one size. */
export function specks(
  points: [number, number][],
  colour: string,
  size: number,
) {
  const d = points.map(([x, y]) => `M${round(x)} ${round(y)}h0`).join('')
  return line(d, colour, size)
}

/** The same thing drawn elsewhere, turned and scaled. */
export function put(x: number, y: number, turn: number, art: string, size = 1) {
  const turned = turn ? ` rotate(${round(turn)})` : ''
  const scaled = size === 1 ? '' : ` scale(${size})`
  return `<g transform="translate(${round(x)} ${round(y)})${turned}${scaled}">${art}</g>`
}

/** A steady source of chance: one seed always draws the same plate. */
export function chance(seed: number) {
  let state = seed * 2654435761
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Points spread over a disc by chance, but never on top of each other. On a
 * large disc whole numbers do, and keep the file small.
 */
export function scatter(
  seed: number,
  count: number,
  radius: number,
  [cx, cy]: [number, number] = [CENTRE, CENTRE],
): [number, number][] {
  const next = chance(seed)
  const points: [number, number][] = []
  const snap = (value: number) => (radius > 12 ? Math.round(value) : value)
  let gap = (radius * 1.7) / Math.sqrt(count)
  while (points.length < count) {
    const turn = next() * Math.PI * 2
    const far = Math.sqrt(next()) * radius
    const x = snap(cx + Math.cos(turn) * far)
    const y = snap(cy + Math.sin(turn) * far)
    const free = points.every(([a, b]) => Math.hypot(a - x, b - y) > gap)
    if (free) points.push([x, y])
    else gap *= 0.995
  }
  return points
}

/** Draws something at each place of a circle; the turn points outwards. */
export function around(
  count: number,
  radius: number,
  draw: (x: number, y: number, turn: number, index: number) => string,
  start = 0,
): string {
  const places = Array.from({ length: count }, (_, index) => {
    const turn = start + (360 / count) * index
    const angle = ((turn - 90) * Math.PI) / 180
    const x = CENTRE + Math.cos(angle) * radius
    const y = CENTRE + Math.sin(angle) * radius
    return draw(x, y, turn, index)
  })
  return places.join('')
}

/** The outline of something soft: a circle that a hand has drawn. */
export function blob(
  x: number,
  y: number,
  r: number,
  seed: number,
  { wobble = 0.14, corners = 7, squash = 1 } = {},
): string {
  const next = chance(seed)
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = (index / corners) * Math.PI * 2
    const far = r * (1 + (next() - 0.5) * 2 * wobble)
    return [x + Math.cos(angle) * far, y + Math.sin(angle) * far * squash]
  }) as [number, number][]
  return smooth(points)
}

/** A closed curve through all points. */
function smooth(points: [number, number][]): string {
  const at = (index: number) =>
    points[(index + points.length) % points.length] ?? [0, 0]
  const curves = points.map((_, index) => {
    const [ax, ay] = at(index - 1)
    const [bx, by] = at(index)
    const [cx, cy] = at(index + 1)
    const [dx, dy] = at(index + 2)
    const one = `${round(bx + (cx - ax) / 6)} ${round(by + (cy - ay) / 6)}`
    const two = `${round(cx - (dx - bx) / 6)} ${round(cy - (dy - by) / 6)}`
    return `C${one} ${two} ${round(cx)} ${round(cy)}`
  })
  const [x, y] = at(0)
  return `M${round(x)} ${round(y)}${curves.join('')}z`
}

/** A slice of a round thing, from one turn to another. */
export function wedge(from: number, to: number, r: number): string {
  const at = (turn: number) => {
    const angle = ((turn - 90) * Math.PI) / 180
    return `${round(CENTRE + Math.cos(angle) * r)} ${round(CENTRE + Math.sin(angle) * r)}`
  }
  const large = to - from > 180 ? 1 : 0
  return `M36 36L${at(from)}A${r} ${r} 0 ${large} 1 ${at(to)}z`
}
