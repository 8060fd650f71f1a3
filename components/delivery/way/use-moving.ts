import { useEffect, useState } from 'react'
import type { Delivery } from '@/contracts/deliveries'
import { shareOfWay } from '../delivery-progress'
import { serverNow } from '../server-clock'
import { useServerNow } from '../use-server-now'

/** Often enough to look like riding; with reduced motion a step a second. */
const frameMs = 100
const stepMs = 1_000

/** The server's time, running only while somebody is on the way. */
export function useMoving(delivery: Delivery): number {
  const [isCalm, setIsCalm] = useState(false)
  useEffect(() => {
    const wish = matchMedia('(prefers-reduced-motion: reduce)')
    const hear = () => setIsCalm(wish.matches)
    hear()
    wish.addEventListener('change', hear)
    return () => wish.removeEventListener('change', hear)
  }, [])
  const isRiding =
    delivery.status === 'collected' && shareOfWay(delivery, serverNow()) < 1
  const everyMs = isCalm ? stepMs : frameMs
  return useServerNow(isRiding ? everyMs : null)
}
