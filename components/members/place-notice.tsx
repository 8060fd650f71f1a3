import Link from 'next/link'
import { useEffect, useState } from 'react'
import { followEventFeed } from '@/components/event-feed'
import {
  ensureSandbox,
  forgetSandbox,
  type Place,
} from '@/components/sandbox-session'
import { forgetTraces } from '@/components/delivery/known-traces'
import { isExpired } from '@/components/delivery/delivery-api'
import { wordsForReading } from '@/components/delivery/delivery-words'
import { Icon } from '@/components/ui/icon'
import { showOut } from './members-api'
import { asWhom, partNames, partPaths } from './part-words'
import { usePlace } from './use-place'
import './place.css'

export function PlaceNotice() {
  const { here, ended } = usePlace()
  if (!here && !ended) return null
  return (
    <aside className="place-bar r-network" aria-label="Whose sandbox this is">
      {here && <Here key={here.id} place={here} />}
      {ended && <Ended place={ended} />}
    </aside>
  )
}

function Here({ place }: { place: Place }) {
  const { isBusy, problem, run } = useOwnSandbox()
  const [isEmptied, setIsEmptied] = useState(false)
  useEffect(
    () =>
      followEventFeed({
        onEvent: ({ event, data }) => {
          if (event === 'member.left' && data.member === place.id)
            forgetSandbox()
          if (event === 'sandbox.emptied') {
            forgetTraces()
            setIsEmptied(true)
          }
          if (event === 'order.placed') setIsEmptied(false)
        },
      }),
    [place.id],
  )
  const leave = () =>
    run(async () => {
      await showOut(place.id).catch((error: unknown) => {
        if (!isExpired(error)) throw error
      })
      forgetSandbox()
    })
  return (
    <>
      <Icon name={place.kind === 'class' ? 'guest' : 'link'} size={18} />
      <p>
        You are in {place.kind === 'class' ? 'a class' : 'a sandbox'} that
        somebody else opened, <bdi>{asWhom(place)}</bdi>.{problem}
        <span aria-live="polite" aria-atomic="true">
          {isEmptied && (
            <>
              {' '}
              <b>They have started over.</b> Every order and trace in it is
              gone, yours too, and all portions are back. You are still in: go
              on with a new order.
            </>
          )}
        </span>
      </p>
      <span className="place-actions">
        <Link className="button" href={partPaths[place.part]} prefetch={false}>
          {place.part === 'guest' ? 'Plateful' : partNames[place.part]}
        </Link>
        {place.kind === 'class' && (
          <Link className="button" href="/plateful/wall" prefetch={false}>
            The wall
          </Link>
        )}
        <button
          type="button"
          className="button"
          aria-disabled={isBusy}
          onClick={leave}
        >
          Leave
        </button>
      </span>
    </>
  )
}

function Ended({ place }: { place: Place }) {
  const { isBusy, problem, run } = useOwnSandbox()
  return (
    <>
      <Icon name="minus" size={18} />
      <p role="alert">
        <b>Your place in that {nameOf(place)} has ended.</b>{' '}
        {place.kind === 'class'
          ? 'The class is over, or its owner has shown you out.'
          : 'Its owner has shown you out, or the sandbox has expired.'}{' '}
        What you did there stays with them.{problem}
      </p>
      <span className="place-actions">
        <button
          type="button"
          className="button button-solid"
          aria-disabled={isBusy}
          onClick={() => run(async () => undefined)}
        >
          Open a sandbox of my own
        </button>
        <Link className="button" href="/join" prefetch={false}>
          Type another code
        </Link>
      </span>
    </>
  )
}

function nameOf({ kind }: Place): string {
  return kind === 'class' ? 'class' : 'sandbox'
}

/** Opens the reader's own sandbox, once what comes before it is done. */
function useOwnSandbox() {
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  async function run(before: () => Promise<void>) {
    if (isBusy) return
    setIsBusy(true)
    setProblem('')
    try {
      await before()
      await ensureSandbox()
      location.assign(partPaths.guest)
    } catch (error) {
      const { title, text } = await wordsForReading(error)
      setProblem(` ${title}. ${text}`)
      setIsBusy(false)
    }
  }
  return { isBusy, problem, run: (work: () => Promise<void>) => void run(work) }
}
