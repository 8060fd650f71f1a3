import Link from 'next/link'
import type { Restaurant } from '@/contracts/restaurants'
import { Icon } from '@/components/ui/icon'
import { price } from '@/components/ui/price'
import { openingWords } from './opening-words'
import { Plate } from './plate'

/** A restaurant as a row that leads to its menu. */
export function RestaurantRow({
  restaurant,
  now,
}: {
  restaurant: Restaurant
  now: Date
}) {
  const { slug, name, cuisine, open, picture, distanceKm, minutes } = restaurant
  return (
    <li className={open ? 'place-row' : 'place-row is-closed'}>
      <Plate src={picture} size={64} />
      <div className="place-name">
        <h3>
          <Link href={`/plateful/${slug}`}>{name}</Link>
        </h3>
        <p>{cuisine}</p>
      </div>
      <p className="place-when">
        <b>{openingWords(restaurant, now)}</b>
        <span>
          {minutes.from} to {minutes.to} min
        </span>
      </p>
      <p className="place-facts num">
        <span>{distanceKm.toFixed(1)} km</span>
        <span>fee {price(restaurant.deliveryFee)}</span>
      </p>
      <Icon name="arrow-right" size={18} />
    </li>
  )
}
