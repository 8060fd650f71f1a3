import { useCallback, useEffect, useReducer, type Dispatch } from 'react'
import type { Order } from '@/contracts/orders'
import {
  forgetSandbox,
  onSandbox,
  sandboxHint,
} from '@/components/sandbox-session'
import { getOrder, isExpired, listOrders } from './delivery-api'
import { wordsForReading } from './delivery-words'
import { useFeed } from './feed'
import { onStartedOver } from './kept'
import { changed, noneKnown, type OrdersChange } from './known-orders'
import { rememberTrace } from './known-traces'
import { isInClass, ownOrders } from './own-orders'

/** The sandbox's orders, newest first, as they are and as they change. */
export function useOrders(from = '/api/orders') {
  const [state, change] = useReducer(changed, noneKnown)
  const follow = useFeed()

  const run = useAnswers(change)

  const reload = useCallback(() => {
    change({ kind: 'reading' })
    return run(async () => ({ kind: 'read', page: await listOrders(from) }))
  }, [run, from])

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
        if (event === 'sandbox.emptied') {
          change({ kind: 'emptied' })
          void reload()
        }
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

/** Carries out a question, and takes in the answer or what went wrong. */
function useAnswers(change: Dispatch<OrdersChange>) {
  return useCallback(
    async (work: () => Promise<OrdersChange>) => {
      try {
        change(await work())
      } catch (error) {
        if (isExpired(error)) {
          forgetSandbox()
          change({ kind: 'expired' })
        } else
          change({ kind: 'problem', problem: await wordsForReading(error) })
      }
    },
    [change],
  )
}
