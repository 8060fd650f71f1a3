import { useEffect, useState } from 'react'
import { useFeed } from '../feed'

/** When the kitchen's printer printed an order; null while that is awaited. */
export type Printed = Readonly<Record<string, string | null>>

const none: Printed = {}

/**
 * The tickets that were printed while the screen looked on. The webhook brings
 * them, a moment after the order.
 */
export function usePrinted(isWanted: boolean): Printed {
  const [printed, setPrinted] = useState(none)
  const follow = useFeed()
  useEffect(() => {
    if (!isWanted) return
    return follow({
      onEvent: ({ event, data }) => {
        if (event === 'order.placed')
          setPrinted((all) => ({ [data.order]: null, ...all }))
        if (event === 'ticket.printed')
          setPrinted((all) => ({ ...all, [data.order]: data.at }))
      },
    })
  }, [isWanted, follow])
  return printed
}
