import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { usd } from '@/contracts/money'
import { Allergen, Restaurant } from '@/contracts/restaurants'
import { catalogue } from './catalogue'

const dishes = catalogue.flatMap((restaurant) => restaurant.dishes)
const plates = fileURLToPath(new URL('../../public/plates/', import.meta.url))

function fileOf(picture: string) {
  return plates + picture.replace('/plates/', '')
}

describe('the hours', () => {
  it('the one that never opens says so in its description', () => {
    const never = catalogue.filter((place) => place.opens === null)
    expect(never).toHaveLength(1)
    expect(never[0]?.closes).toBeNull()
    expect(never[0]?.description).toMatch(/\bclosed\b/i)
  })
})

describe('the restaurants', () => {
  it('the first is the one of the button on the first page', () => {
    const [first] = catalogue
    expect(first?.slug).toBe('lantern-noodle-house')
    expect(
      first?.dishes.slice(0, 3).map((dish) => [dish.id, dish.priceMinor]),
    ).toEqual([
      ['miso-ramen', 1250],
      ['pork-dumplings', 700],
      ['smashed-cucumber', 520],
    ])
    expect(first?.deliveryFeeMinor).toBe(240)
  })

  it('there are at least eight, each under a slug of its own', () => {
    const slugs = catalogue.map((place) => place.slug)
    expect(slugs.length).toBeGreaterThanOrEqual(8)
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  it('each can be told in the shape of the contract', () => {
    for (const place of catalogue) {
      const { latitude, longitude, timeZone, opens, closes } = place
      Restaurant.parse({
        slug: place.slug,
        name: place.name,
        cuisine: place.cuisine,
        description: place.description,
        open: false,
        opensAt: null,
        closesAt: null,
        hours: { timeZone, opens, closes },
        address: place.address,
        position: { latitude, longitude },
        distanceKm: place.distanceKm,
        minutes: { from: place.minutesFrom, to: place.minutesTo },
        deliveryFee: usd(place.deliveryFeeMinor),
        picture: place.picture,
      })
    }
  })

  it('each has eight to ten dishes, and one of them on its sign', () => {
    for (const place of catalogue) {
      expect(place.dishes.length).toBeGreaterThanOrEqual(8)
      expect(place.dishes.length).toBeLessThanOrEqual(10)
      expect(place.dishes.map((dish) => dish.picture)).toContain(place.picture)
    }
  })
})

describe('the dishes', () => {
  it('no two dishes share an id, which is in kebab-case', () => {
    const ids = dishes.map((dish) => dish.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it('every price is a positive whole number of cents', () => {
    for (const { priceMinor } of dishes) {
      expect(Number.isInteger(priceMinor) && priceMinor > 0).toBe(true)
    }
  })

  it('exactly one dish has one portion, and all others have 100', () => {
    const scarce = dishes.filter((dish) => dish.portions !== 100)
    expect(scarce.map((dish) => dish.portions)).toEqual([1])
  })

  it('every allergen is one that has to be declared, and is named once', () => {
    for (const { allergens } of dishes) {
      Allergen.array().parse(allergens)
      expect(new Set(allergens).size).toBe(allergens.length)
    }
  })

  it('every dish has its own picture, and no picture is left over', () => {
    for (const dish of dishes) {
      expect(dish.picture).toBe(`/plates/${dish.id}.svg`)
      expect(existsSync(fileOf(dish.picture)), dish.picture).toBe(true)
    }
    expect(readdirSync(plates)).toHaveLength(dishes.length)
  })

  it('a picture is small, stands alone and can run nothing', () => {
    for (const { picture } of dishes) {
      const svg = readFileSync(fileOf(picture), 'utf8')
      expect(svg.length, picture).toBeLessThanOrEqual(4096)
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 72 72"[ >]/,
      )
      expect(svg).not.toMatch(/<(script|text|image|style|foreignObject)/)
      expect(svg).not.toMatch(/Gradient|\son\w+=|href="[^#]|url\(|NaN/)
    }
  })
})
