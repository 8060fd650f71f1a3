import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import type { Allergen } from '@/contracts/restaurants'
import { sandboxId } from './sandboxes'

/** The catalogue is shared and read-only: every visitor sees the same one. */
export const restaurants = sqliteTable('restaurants', {
  slug: text('slug').primaryKey(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  cuisine: text('cuisine').notNull(),
  description: text('description').notNull(),
  timeZone: text('time_zone').notNull(),
  opens: text('opens'),
  closes: text('closes'),
  address: text('address').notNull(),
  latitude: real('latitude').notNull(),
  longitude: real('longitude').notNull(),
  distanceKm: real('distance_km').notNull(),
  minutesFrom: integer('minutes_from').notNull(),
  minutesTo: integer('minutes_to').notNull(),
  deliveryFeeMinor: integer('delivery_fee_minor').notNull(),
  picture: text('picture').notNull(),
})

export const dishes = sqliteTable(
  'dishes',
  {
    id: text('id').primaryKey(),
    restaurant: text('restaurant')
      .notNull()
      .references(() => restaurants.slug),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    priceMinor: integer('price_minor').notNull(),
    allergens: text('allergens', { mode: 'json' })
      .$type<Allergen[]>()
      .notNull(),
    picture: text('picture').notNull(),
    portions: integer('portions').notNull(),
  },
  (table) => [index('dishes_by_restaurant').on(table.restaurant)],
)

/** What is left of a dish today, for one visitor. No row: none taken yet. */
export const portions = sqliteTable(
  'portions',
  {
    sandboxId: sandboxId(),
    dish: text('dish')
      .notNull()
      .references(() => dishes.id),
    left: integer('left').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sandboxId, table.dish] })],
)
