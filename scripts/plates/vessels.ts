import { disc, hoop, line } from './brush'

const SHADE = '#12151B'

/** What holds the food: a rim, a well, and the soft line between them. */
function vessel(rim: string, well: string, r: number, shade = 0.14) {
  const edge = `<g opacity="${shade}">${hoop(r, SHADE, 2)}</g>`
  return disc(36, 36, 34, rim) + disc(36, 36, r, well) + edge
}

export const whitePlate = vessel('#DCE3E4', '#F7F9F9', 28, 0.07)
export const bluePlate = vessel('#4A6E8F', '#EEF3F4', 29)
export const claySaucer = vessel('#8F4B38', '#F4EEE6', 29)
export const greenPlate = vessel('#55775F', '#F1F4EC', 29)
export const mustardPlate = vessel('#C0923A', '#FAF5E8', 29)
export const slate = vessel('#232A31', '#3C464F', 31, 0.35)

export const board =
  vessel('#5B3A24', '#80543A', 31) +
  line('M10 24h20M38 18h18M8 46h16M34 54h24M24 62h20', '#704831', 1.2)

export function darkBowl(food: string) {
  return vessel('#2B3440', food, 30, 0.18)
}

export function whiteBowl(food: string) {
  return vessel('#DCE3E4', food, 29)
}

export function blueBowl(food: string) {
  return vessel('#4A6E8F', food, 30, 0.18)
}

export function clayBowl(food: string) {
  return vessel('#8F4B38', food, 30, 0.18)
}

export function greenBowl(food: string) {
  return vessel('#55775F', food, 30, 0.18)
}

export function copperBowl(food: string) {
  return vessel('#B06C3E', food, 29, 0.25)
}

export function skillet(food: string) {
  return (
    disc(36, 36, 34, '#24282D') +
    disc(36, 36, 31.5, '#3A4047') +
    disc(36, 36, 28, food)
  )
}
