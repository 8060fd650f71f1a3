'use client'

import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import type { Span } from '@/contracts/trace'
import { OrderScreens } from '../delivery/order-screens'
import { orderSeen } from './order-seen'

const OrderAgain = dynamic(
  () => import('./order-again').then((module) => module.OrderAgain),
  { ssr: false },
)

/** Below the timeline of an order: a strip of steel, once its code has come. */
export function BreakReplay({ spans }: { spans: readonly Span[] }) {
  const seen = useMemo(() => orderSeen(spans), [spans])
  if (!seen) return null
  return (
    <div className="replay-break">
      {seen.order && <OrderScreens order={seen.order} />}
      <OrderAgain {...seen} />
    </div>
  )
}
