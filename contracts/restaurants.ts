import * as z from 'zod'
import { Money } from './money'

/** The fourteen allergens that EU regulation 1169/2011 asks to be declared. */
export const Allergen = z
  .enum([
    'celery',
    'crustaceans',
    'egg',
    'fish',
    'gluten',
    'lupin',
    'milk',
    'molluscs',
    'mustard',
    'nuts',
    'peanuts',
    'sesame',
    'soya',
    'sulphites',
  ])
  .meta({ id: 'Allergen' })
export type Allergen = z.infer<typeof Allergen>

export const Restaurant = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    cuisine: z.string(),
    description: z.string(),
    open: z.boolean(),
    opensAt: z.iso.datetime().nullable().meta({
      description: 'The next opening, in UTC; null while open or if never.',
    }),
    closesAt: z.iso.datetime().nullable(),
    hours: z
      .strictObject({
        timeZone: z.string(),
        opens: z.string().nullable(),
        closes: z.string().nullable(),
      })
      .meta({ description: 'Each day, by the clock of the restaurant.' }),
    address: z.string(),
    position: z.strictObject({ latitude: z.number(), longitude: z.number() }),
    distanceKm: z.number(),
    minutes: z
      .strictObject({ from: z.int(), to: z.int() })
      .meta({ description: 'From the order to the door.' }),
    deliveryFee: Money,
    picture: z.string(),
  })
  .meta({ id: 'Restaurant' })
export type Restaurant = z.infer<typeof Restaurant>

export const Dish = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    price: Money,
    allergens: z.array(Allergen),
    picture: z.string(),
    portionsLeft: z
      .int()
      .min(0)
      .meta({ description: 'Today, in your own sandbox.' }),
    available: z.boolean(),
  })
  .meta({ id: 'Dish' })
export type Dish = z.infer<typeof Dish>

export const RestaurantWithMenu = Restaurant.extend({
  menu: z.strictObject({ dishes: z.array(Dish) }),
}).meta({ id: 'RestaurantWithMenu' })
export type RestaurantWithMenu = z.infer<typeof RestaurantWithMenu>

export const RestaurantList = z
  .strictObject({ items: z.array(Restaurant) })
  .meta({ id: 'RestaurantList' })
export type RestaurantList = z.infer<typeof RestaurantList>
