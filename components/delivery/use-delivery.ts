import { useEffect, useState } from 'react'
import type { Delivery } from '@/contracts/deliveries'
import {
  isWayEvent,
  laterOf,
  lateInMs,
  withHappening,
} from './delivery-progress'
import { useFeed } from './feed'
import { serverNow } from './server-clock'
import { getDelivery } from './sides-api'

/** The way of one order: read, then moved on by the events. */
export function useDelivery(order: string): Delivery | null {
  const [delivery, setDelivery] = useState<Delivery | null>(null)
  const follow = useFeed()

  useEffect(() => {
    const read = async () => {
      const found = await getDelivery(order).catch(() => null)
      if (found) setDelivery((known) => laterOf(known ?? undefined, found))
    }
    void read()
    return follow({
      onEvent: (event) => {
        if (isWayEvent(event))
          setDelivery((known) => known && withHappening(known, event))
        // Only now is it reckoned with the weather.
        if (event.event === 'courier.offered' && event.data.order === order)
          void read()
      },
      onState: (stream) => {
        if (stream === 'open') void read()
      },
    })
  }, [order, follow])

  useEffect(() => {
    const ms = delivery && lateInMs([delivery], serverNow())
    if (ms === null) return
    const timer = setTimeout(() => {
      void getDelivery(order).then(
        (found) => setDelivery((known) => laterOf(known ?? undefined, found)),
        () => undefined,
      )
    }, ms)
    return () => clearTimeout(timer)
  }, [order, delivery])

  return delivery
}
