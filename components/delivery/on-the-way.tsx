import type { Delivery } from '@/contracts/deliveries'
import type { Sky } from '@/contracts/sky'
import { cityMinuteMs, cityMinutes, shareOfWay } from './delivery-progress'
import { EstimateRest } from './estimate-rest'
import { useDelivery } from './use-delivery'
import { useServerNow } from './use-server-now'
import { WayMap } from './way/way-map'

/** When the food should be here, who brings it, and where they are. */
export function OnTheWay({ order }: { order: string }) {
  const delivery = useDelivery(order)
  const isDue = Boolean(delivery?.arrivesAt)
  const now = useServerNow(isDue ? 1_000 : null)
  if (!delivery) return <EstimateRest />
  if (!delivery.arrivesAt) return null
  const arrivesAt = Date.parse(delivery.arrivesAt)
  const leftMs = Math.max(0, arrivesAt - now)
  const seconds = Math.ceil(leftMs / 1000)
  return (
    <section className="estimate" aria-label="Where the food is">
      <WayMap delivery={delivery} />
      <div className="estimate-words">
        <b>
          Here by{' '}
          {new Date(arrivesAt).toLocaleTimeString([], { timeStyle: 'medium' })}
        </b>
        <p>{whereWords(delivery, now)}</p>
        {delivery.acceptedAt && <p>{skyWords[delivery.sky ?? 'unknown']}</p>}
        <p>
          {cityMinutes(delivery, leftMs)} to go, which is{' '}
          {seconds === 1 ? '1 second' : `${seconds} seconds`} here: Plateful’s
          minutes pass in {minuteWords(delivery)}, so that nobody has to wait.
        </p>
      </div>
    </section>
  )
}

/** What the estimate reckons with, once a courier has taken it. */
const skyWords: Record<Sky | 'unknown', string> = {
  clear: 'A clear sky there: the way takes as long as it is.',
  cloudy: 'Cloudy there, and dry: the way takes as long as it is.',
  fog: 'Fog there, and dry: the way takes as long as it is.',
  rain: 'It rains there, so the way takes a quarter longer.',
  thunderstorm: 'There is a thunderstorm, so the way takes a quarter longer.',
  snow: 'It snows there, so the way takes six tenths longer.',
  unknown: 'Nobody knows the weather there now: this goes by distance alone.',
}

function whereWords(delivery: Delivery, now: number): string {
  const { status, courier, distanceKm, restaurant } = delivery
  const who = courier ?? 'A courier'
  if (status === 'collected') {
    const left = distanceKm * (1 - shareOfWay(delivery, now))
    return left > 0.05
      ? `${who} is on the way, ${left.toFixed(1)} km to go`
      : `${who} is at your door`
  }
  if (status === 'accepted')
    return `${who} will bring it from ${restaurant.name}, ${distanceKm.toFixed(1)} km`
  return status === 'offered'
    ? 'A courier is being asked'
    : `${restaurant.name} is ${distanceKm.toFixed(1)} km away`
}

function minuteWords(delivery: Delivery): string {
  const seconds = cityMinuteMs(delivery) / 1000
  if (Math.abs(seconds - 2) < 0.05) return 'two seconds'
  return `${Number(seconds.toFixed(1))} seconds`
}
