import { useCallback, useEffect, useReducer } from 'react'
import type { Delivery } from '@/contracts/deliveries'
import {
  isWayEvent,
  laterOf,
  lateInMs,
  withHappening,
  type WayEvent,
} from './delivery-progress'
import { useFeed } from './feed'
import { serverNow } from './server-clock'
import { getDelivery, listDeliveries } from './sides-api'

type Deliveries = Readonly<Record<string, Delivery>>
type Change =
  | { kind: 'read'; items: Delivery[] }
  | { kind: 'one'; delivery: Delivery }
  | { kind: 'event'; event: WayEvent }

/**
 * The ways of the sandbox's orders, by order: read once, then moved on by the
 * events. What could not be read is read with the next event or stream.
 */
export function useDeliveries(isWanted: boolean) {
  const [deliveries, change] = useReducer(changed, {})
  const follow = useFeed()

  const reload = useCallback(async () => {
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
        if (event.event === 'sandbox.emptied') void reload()
        else if (event.event === 'order.placed') void readOne(event.data.order)
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

function changed(state: Deliveries, change: Change): Deliveries {
  switch (change.kind) {
    case 'read':
      return Object.fromEntries(
        change.items.map((item) => [
          item.order,
          laterOf(state[item.order], item),
        ]),
      )
    case 'one': {
      const { order } = change.delivery
      return { ...state, [order]: laterOf(state[order], change.delivery) }
    }
    case 'event': {
      const known = state[change.event.data.order]
      if (!known) return state
      return { ...state, [known.order]: withHappening(known, change.event) }
    }
  }
}
