import Link from 'next/link'
import { isEmbedded } from '@/components/embedded'
import { Icon } from '@/components/ui/icon'

/** An order as the screens of the other side name it in their address. */
export type NamedPlace = 'ticket' | 'ride'

export function placeOf(place: NamedPlace, order: string): string {
  return `${place}-${order}`
}

/** The ways to this very order where it is cooked, and where it is carried. */
export function OrderScreens({ order }: { order: string }) {
  // Outside of a frame nobody has the token of its sandbox.
  if (isEmbedded()) return null
  return (
    <nav className="order-screens" aria-label="This order on the other side">
      <Link
        className="button"
        href={`/plateful/kitchen#${placeOf('ticket', order)}`}
        prefetch={false}
      >
        <Icon name="service" size={16} />
        In the kitchen
      </Link>
      <Link
        className="button"
        href={`/plateful/courier#${placeOf('ride', order)}`}
        prefetch={false}
      >
        <Icon name="bike" size={16} />
        With the courier
      </Link>
    </nav>
  )
}
