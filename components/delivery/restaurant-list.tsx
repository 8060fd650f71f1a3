'use client'

import { useEffect, useState } from 'react'
import type { Restaurant } from '@/contracts/restaurants'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { listRestaurants } from './delivery-api'
import { staleInMs } from './opening-words'
import { RestaurantRow } from './restaurant-row'
import { useLoaded } from './use-loaded'

type Listing = { items: Restaurant[]; at: Date }

let kept: Listing | null = null
const longestTimerMs = 2 ** 31 - 1

/** Every restaurant, those that are open now first. */
export function RestaurantList({ count }: { count: number }) {
  const { value, problem, reload } = useLoaded(() => kept, read)
  const [tries, setTries] = useState(0)

  // A place opens or closes while the reader looks.
  useEffect(() => {
    if (!value) return
    const ms = staleInMs(value.items, new Date())
    if (ms === null) return
    const timer = setTimeout(
      () => void reload(),
      Math.min(ms + 1000, longestTimerMs),
    )
    return () => clearTimeout(timer)
  }, [value, reload])

  const again = () => {
    setTries(tries + 1)
    void reload()
  }
  const open = value?.items.filter((one) => one.open) ?? []
  const closed = value?.items.filter((one) => !one.open) ?? []
  return (
    <>
      {problem && (
        <ProblemNotice key={tries} words={problem} onTryAgain={again} />
      )}
      {!value && !problem && <Skeleton count={count} />}
      {value && (
        <>
          <Group title="Open now" places={open} now={value.at} />
          <Group title="Closed" places={closed} now={value.at} />
        </>
      )}
    </>
  )
}

async function read(): Promise<Listing> {
  kept = { items: await listRestaurants(), at: new Date() }
  return kept
}

function Group({
  title,
  places,
  now,
}: {
  title: string
  places: Restaurant[]
  now: Date
}) {
  if (places.length === 0) return null
  return (
    <section className="place-group">
      <h2 className="list-head">
        {title} <span className="num">{places.length}</span>
      </h2>
      <ul>
        {places.map((restaurant) => (
          <RestaurantRow
            key={restaurant.slug}
            restaurant={restaurant}
            now={now}
          />
        ))}
      </ul>
    </section>
  )
}

/** As high as the list will be, so that nothing below it moves. */
function Skeleton({ count }: { count: number }) {
  return (
    <div className="place-group is-waiting" aria-busy="true">
      <p className="list-head">Asking who is open</p>
      <ul aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <li key={index} className="place-row is-waiting">
            <span className="plate" />
            <span className="bar" />
          </li>
        ))}
      </ul>
      <p className="list-head is-empty" aria-hidden="true" />
    </div>
  )
}
