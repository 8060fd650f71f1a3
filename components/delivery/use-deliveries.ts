import { useCallback, useEffect, useReducer } from 'react'
import type { Delivery } from '@/contracts/deliveries'
import { isWayEvent, lateInMs } from './delivery-progress'
import { useFeed } from './feed'
import { changedDeliveries, noneOnTheWay } from './known-deliveries'
import { serverNow } from './server-clock'
import { getDelivery, listDeliveries } from './sides-api'

/**
 * The ways of the sandbox's orders, by order: read once, then moved on by the
 * events. What could not be read is read with the next event or stream.
 */
export function useDeliveries(isWanted: boolean) {
  const [{ deliveries }, change] = useReducer(changedDeliveries, noneOnTheWay)
  const follow = useFeed()

  const reload = useCallback(async () => {
    change({ kind: 'reading' })
    const items = await listDeliveries().catch(() => null)
    if (items) change({ kind: 'read', items })
  }, [])

  useEffect(() => {
    if (!isWanted) return
    const readOne = async (order: string) => {
      const delivery = await getDelivery(order).catch(() => null)
      if (delivery) change({ kind: 'one', delivery })
    }
    return follow({
      onEvent: (event) => {
        if (event.event === 'sandbox.emptied') {
          change({ kind: 'emptied' })
          void reload()
        } else if (event.event === 'order.placed')
          void readOne(event.data.order)
        else if (isWayEvent(event)) change({ kind: 'event', event })
        // Only now is the way reckoned with the weather.
        if (event.event === 'courier.offered') void readOne(event.data.order)
      },
      onState: (stream) => {
        if (stream === 'open') void reload()
      },
    })
  }, [isWanted, follow, reload])

  useEffect(() => {
    const ms = lateInMs(Object.values(deliveries), serverNow())
    if (ms === null) return
    const timer = setTimeout(() => void reload(), ms)
    return () => clearTimeout(timer)
  }, [deliveries, reload])

  return {
    deliveries,
    reload,
    take: useCallback(
      (delivery: Delivery) => change({ kind: 'one', delivery }),
      [],
    ),
  }
}
