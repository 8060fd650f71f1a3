'use client'

import Link from 'next/link'
import { useState } from 'react'
import { SpokenLine } from '@/components/trace/spoken-line'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { useHasSandbox } from '@/components/use-has-sandbox'
import { ClassPanel } from '../class-panel'
import { useMembers } from '../use-members'
import { usePlace } from '../use-place'
import '../ticket.css'
import { useWall } from './use-wall'
import { WallRow } from './wall-row'
import { countsOf, mostRows } from './wall-state'

/** Everybody’s orders and traces as they come, for a projector. */
export function Wall() {
  const { items, traces, problem, reload, showTrace } = useWall()
  const company = useMembers()
  const { here } = usePlace()
  const hasSandbox = useHasSandbox()
  const [tries, setTries] = useState(0)
  const counts = countsOf(items ?? [])
  const guests = company.members.filter(({ name }) => name !== null).length
  const newest = items?.[0]?.order
  return (
    <>
      {here === null && <ClassPanel {...company} />}
      <dl className="wall-counts">
        <Count name={guests === 1 ? 'guest in' : 'guests in'} count={guests} />
        <Count name={nameOfOrders(counts.orders)} count={counts.orders} />
        <Count name="under way" count={counts.underWay} />
        <Count name="delivered" count={counts.delivered} />
      </dl>
      <SpokenLine>
        {newest
          ? `${newest.guest?.name ?? 'The owner'} ordered at ${newest.restaurant.name}.`
          : ''}
      </SpokenLine>
      {problem && (
        <ProblemNotice
          key={tries}
          words={problem}
          onTryAgain={() => {
            setTries(tries + 1)
            void reload()
          }}
        />
      )}
      {items !== null && items.length === 0 && (
        <p className="wall-empty">
          {hasSandbox
            ? 'Nothing is ordered yet. Each order appears here the moment it is placed, with the trace of everything it set in motion.'
            : 'This wall shows the orders of one sandbox, and this browser has none yet. Open a class above, or '}
          {!hasSandbox && <Link href="/join">type the code of one</Link>}
          {!hasSandbox && '.'}
        </p>
      )}
      {items !== null && items.length > 0 && (
        <ul className="wall-rows" aria-label="Orders, the newest first">
          {items.map(({ order, traceId }) => (
            <WallRow
              key={order.id}
              order={order}
              traceId={traceId}
              spans={traceId ? traces.get(traceId) : undefined}
              onSeen={showTrace}
            />
          ))}
        </ul>
      )}
    </>
  )
}

function nameOfOrders(count: number): string {
  if (count === mostRows) return 'newest orders'
  return count === 1 ? 'order' : 'orders'
}

function Count({ name, count }: { name: string; count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{count}</dd>
    </div>
  )
}
