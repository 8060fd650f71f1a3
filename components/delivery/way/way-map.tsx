import { useMemo } from 'react'
import type { Delivery } from '@/contracts/deliveries'
import { Icon, type IconName } from '@/components/ui/icon'
import { shareOfWay } from '../delivery-progress'
import { splitWay } from './split-way'
import { mapHeight, mapWidth, streetsAround } from './streets'
import { useMoving } from './use-moving'

/**
 * A schematic city: the kitchen, the door, the way between them, and on it the
 * courier, where the time since they set off puts them.
 */
export function WayMap({ delivery }: { delivery: Delivery }) {
  const { way, status } = delivery
  const { at, blocks } = useMemo(() => streetsAround(way), [way])
  const now = useMoving(delivery)
  const share = shareOfWay(delivery, now)
  const { done, ahead } = splitWay(way, share)
  const line = (corners: typeof way) =>
    corners.map((corner) => Object.values(at(corner)).join(',')).join(' ')
  const [kitchen, door] = [way[0], way.at(-1)]
  const rider = done.at(-1)
  const isOnTheWay = status === 'collected'
  return (
    <svg
      className="way-map"
      viewBox={`0 0 ${mapWidth} ${mapHeight}`}
      role="img"
      aria-label={mapWords(delivery, share)}
    >
      <rect className="way-street" width={mapWidth} height={mapHeight} />
      {blocks.map(({ x, y, width, height }) => (
        <rect
          key={`${x} ${y}`}
          className="way-block"
          {...{ x, y, width, height }}
        />
      ))}
      <polyline className="way-line" points={line(way)} />
      <polyline className="way-ahead" points={line(ahead)} />
      {door && <Mark {...at(door)} icon="pin" className="way-door" />}
      {kitchen && (
        <Mark {...at(kitchen)} icon="service" className="way-kitchen" />
      )}
      {isOnTheWay && rider && (
        <Mark {...at(rider)} icon="bike" className="way-rider" />
      )}
    </svg>
  )
}

function Mark({
  x,
  y,
  icon,
  className,
}: {
  x: number
  y: number
  icon: IconName
  className: string
}) {
  return (
    <g transform={`translate(${x} ${y})`} className={className}>
      {className === 'way-rider' ? (
        <circle r="12" />
      ) : (
        <rect x="-12" y="-12" width="24" height="24" />
      )}
      <g transform="translate(-7 -7)">
        <Icon name={icon} size={14} />
      </g>
    </g>
  )
}

/** The map for those who do not see it. */
function mapWords(delivery: Delivery, share: number): string {
  const { restaurant, distanceKm, status, courier } = delivery
  const from = `Map: ${distanceKm.toFixed(1)} km from ${restaurant.name} to the door.`
  if (status === 'delivered') return `${from} The food is there.`
  if (status !== 'collected') return `${from} The food is in the kitchen.`
  const left = distanceKm * (1 - share)
  return `${from} ${courier ?? 'The courier'} has ${left.toFixed(1)} km to go.`
}
