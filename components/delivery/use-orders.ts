import { useCallback, useEffect, useReducer } from 'react'
import type { Order } from '@/contracts/orders'
import type { KindWords } from '@/components/kind-words'
import {
  forgetSandbox,
  onSandbox,
  sandboxHint,
} from '@/components/sandbox-session'
import { getOrder, isExpired, listOrders, type OrderPage } from './delivery-api'
import { wordsForReading } from './delivery-words'
import { useFeed } from './feed'
import { onStartedOver } from './kept'
import { rememberTrace } from './known-traces'
import { isInClass, ownOrders } from './own-orders'
import { withEvent, type Happening } from './order-progress'

type Orders = {
  /** Null until the first answer. */
  orders: readonly Order[] | null
  /** Where the older ones begin. */
  next: string | null
  hasExpired: boolean
  isFollowing: boolean
  problem: KindWords | null
}

type Change =
  | { kind: 'read'; page: OrderPage }
  | { kind: 'read-on'; page: OrderPage }
  | { kind: 'order'; order: Order }
  | { kind: 'event'; event: Happening }
  | { kind: 'expired' }
  | { kind: 'follow' }
  | { kind: 'problem'; problem: KindWords }

const atFirst: Orders = {
  orders: null,
  next: null,
  hasExpired: false,
  isFollowing: false,
  problem: null,
}

/** The sandbox's orders, newest first, as they are and as they change. */
export function useOrders(from = '/api/orders') {
  const [state, change] = useReducer(changed, atFirst)
  const follow = useFeed()

  const run = useCallback(async (work: () => Promise<Change>) => {
    try {
      change(await work())
    } catch (error) {
      if (isExpired(error)) {
        forgetSandbox()
        change({ kind: 'expired' })
      } else change({ kind: 'problem', problem: await wordsForReading(error) })
    }
  }, [])

  const reload = useCallback(
    () => run(async () => ({ kind: 'read', page: await listOrders(from) })),
    [run, from],
  )

  useEffect(() => {
    // A first visit has no sandbox, and so nothing to follow yet.
    const followIfAny = () => {
      if (sandboxHint()) change({ kind: 'follow' })
    }
    const again = () => void reload()
    followIfAny()
    again()
    addEventListener('online', again)
    const stopHearing = [onSandbox(followIfAny), onStartedOver(again)]
    return () => {
      removeEventListener('online', again)
      for (const stop of stopHearing) stop()
    }
  }, [reload])

  const readOne = useCallback(
    (id: string) =>
      run(async () => ({ kind: 'order', order: (await getOrder(id)).order })),
    [run],
  )

  useEffect(() => {
    if (!state.isFollowing) return
    let wasOpen = false
    return follow({
      onEvent: ({ event, data }) => {
        if (event === 'sandbox.emptied') void reload()
        if (!('status' in data && 'order' in data)) return
        rememberTrace(data.order, data.status, data.traceId)
        change({ kind: 'event', event: data })
        // Placed elsewhere: an event tells that it is there, not what is in it.
        // Forty guests of a class need not read what each of them orders.
        if (event === 'order.placed' && !isInClass()) void readOne(data.order)
      },
      // The stream starts now: what happened just before is read once more.
      onState: (stream) => {
        if (stream === 'open' && !wasOpen) void reload()
        wasOpen = stream === 'open'
      },
    })
  }, [state.isFollowing, reload, follow, readOne])

  return {
    ...state,
    orders: state.orders && ownOrders(state.orders),
    reload,
    readOn: () => {
      const { next } = state
      if (!next) return
      void run(async () => ({ kind: 'read-on', page: await listOrders(next) }))
    },
    take: useCallback((order: Order) => {
      change({ kind: 'order', order })
      change({ kind: 'follow' })
    }, []),
  }
}

/** An answer that was on its way while an event came in is the older one. */
function newest(read: Order, orders: readonly Order[] | null): Order {
  const known = orders?.find(({ id }) => id === read.id)
  return known && known.history.length > read.history.length ? known : read
}

function changed(state: Orders, change: Change): Orders {
  const { orders } = state
  switch (change.kind) {
    case 'follow':
      return { ...state, isFollowing: true }
    case 'problem':
      return { ...state, problem: change.problem }
    case 'expired':
      return { ...atFirst, orders: [], hasExpired: true }
    case 'read': {
      const { orders: fresh, next } = change.page
      const ids = new Set(fresh.map(({ id }) => id))
      const last = fresh.at(-1)
      const older = (orders ?? []).filter(
        ({ id, placedAt }) => !ids.has(id) && last && placedAt < last.placedAt,
      )
      const isLonger = older.length > 0 && state.next !== null
      return {
        ...state,
        orders: [...fresh.map((one) => newest(one, orders)), ...older],
        next: isLonger ? state.next : next,
        problem: null,
      }
    }
    case 'read-on': {
      const known = new Set(orders?.map(({ id }) => id))
      const more = change.page.orders.filter(({ id }) => !known.has(id))
      return {
        ...state,
        orders: [...(orders ?? []), ...more],
        next: change.page.next,
        problem: null,
      }
    }
    case 'order': {
      const others = (orders ?? []).filter(({ id }) => id !== change.order.id)
      const all = [newest(change.order, orders), ...others]
      all.sort((a, b) => (a.placedAt < b.placedAt ? 1 : -1))
      return { ...state, orders: all, hasExpired: false, problem: null }
    }
    case 'event':
      return {
        ...state,
        orders: orders?.map((order) => withEvent(order, change.event)) ?? null,
      }
  }
}
