import { usd } from '@/contracts/money'
import type { Restaurant } from '@/contracts/restaurants'
import type { restaurants } from '@/db/schema/restaurants'
import { openingAt } from './opening-hours'

type Row = typeof restaurants.$inferSelect

/** A restaurant's row in the shape that crosses the wire, as it is now. */
export function shapeRestaurant(row: Row, now: Date): Restaurant {
  const { slug, name, cuisine, description, address, distanceKm } = row
  const { open, opensAt, closesAt } = openingAt(row, now)
  return {
    slug,
    name,
    cuisine,
    description,
    open,
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    hours: { timeZone: row.timeZone, opens: row.opens, closes: row.closes },
    address,
    position: { latitude: row.latitude, longitude: row.longitude },
    distanceKm,
    minutes: { from: row.minutesFrom, to: row.minutesTo },
    deliveryFee: usd(row.deliveryFeeMinor),
    picture: row.picture,
  }
}
