/**
 * Draws the plate of every dish into public/plates: `npx tsx scripts/draw-plates.ts`.
 * The first three of Lantern Noodle House were drawn by hand and stay as they are.
 */
import { writeFileSync } from 'node:fs'
import { cedarTable } from './plates/cedar-table'
import { copperGriddle } from './plates/copper-griddle'
import { fornoRosa } from './plates/forno-rosa'
import { lanternNoodleHouse } from './plates/lantern-noodle-house'
import { saffronYard } from './plates/saffron-yard'
import { secondRiseBakery } from './plates/second-rise-bakery'
import { sushiKiku } from './plates/sushi-kiku'
import { taqueriaMaravilla } from './plates/taqueria-maravilla'

const plates: Record<string, string> = {
  ...lanternNoodleHouse,
  ...fornoRosa,
  ...taqueriaMaravilla,
  ...saffronYard,
  ...sushiKiku,
  ...copperGriddle,
  ...cedarTable,
  ...secondRiseBakery,
}

const OPENING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"' +
  ' stroke-linecap="round" stroke-linejoin="round">'

for (const [index, [dish, art]] of Object.entries(plates).entries()) {
  const file = new URL(`../public/plates/${dish}.svg`, import.meta.url)
  writeFileSync(file, `${OPENING}${drawOnce(`p${index}`, art)}</svg>\n`)
}

/**
 * Keeps what is drawn several times once, which makes the file small. The ids
 * are unique over all plates, for when several stand inline on one page.
 */
function drawOnce(plate: string, art: string): string {
  let drawing = art
  for (let number = 1; ; number += 1) {
    const body = mostRepeated(drawing)
    if (body === null) return drawing
    const id = `${plate}-${number}`
    const uses = drawing
      .split(`">${body}</g>`)
      .join(`"/>`)
      .replace(/<g (transform="[^"]*"\/>)/g, `<use href="#${id}" $1`)
    drawing = `<defs><g id="${id}">${body}</g></defs>${uses}`
  }
}

/** The repeated group whose removal saves most, or null if none is worth it. */
function mostRepeated(drawing: string): string | null {
  const counts = new Map<string, number>()
  for (const match of drawing.matchAll(/<g transform="[^"]*">/g)) {
    const body = bodyFrom(drawing, match.index + match[0].length)
    counts.set(body, (counts.get(body) ?? 0) + 1)
  }
  const savings = [...counts].map(
    ([body, count]) => [body, (count - 1) * body.length - 60] as const,
  )
  const [best] = savings.sort((one, other) => other[1] - one[1])
  return best && best[1] > 40 ? best[0] : null
}

/** What stands between an opened group and its own end. */
function bodyFrom(drawing: string, start: number): string {
  let depth = 1
  for (const tag of drawing.slice(start).matchAll(/<g[ >]|<\/g>/g)) {
    depth += tag[0] === '</g>' ? -1 : 1
    if (depth === 0) return drawing.slice(start, start + tag.index)
  }
  throw new Error('A group is not closed')
}
