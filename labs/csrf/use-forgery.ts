import { useState } from 'react'
import type { ForgeryDoor, SameSite } from '@/contracts/csrf-choices'
import type { Experiment } from '@/contracts/csrf-lab'
import { useAttempt } from '@/components/lab/use-attempt'
import { hostilePage } from './hostile-page'
import { awaitArrivals, newestOrder, sendOwn, setUp } from './send-forgery'
import type { Way } from './words'

/** What came of one press. */
export type Result = {
  way: Way
  sameSite: SameSite
  doors: Record<ForgeryDoor, Experiment>
  /** Whether an order of the reader's own has come of it. */
  hasOrdered: boolean
}

/** The hostile page as it is opened, anew for each press. */
export type Opened = { page: string; round: number; said: readonly string[] }

type State = {
  way: Way
  sameSite: SameSite
  opened: Opened | null
  /** The newest last; one of each kind. */
  results: readonly Result[]
}

const atFirst: State = {
  way: 'form',
  sameSite: 'none',
  opened: null,
  results: [],
}

/** A hostile page, a cookie, and what arrived at two doors. */
export function useForgery() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<true>()
  const { way, sameSite, opened, results } = state

  const press = () =>
    attempt(async ({ isMine, work }) => {
      work(true)
      const before = await newestOrder()
      const targets = await setUp(sameSite)
      if (!isMine()) return
      if (way === 'own') await sendOwn(targets)
      else open(hostilePage(way, urlsOf(targets)))
      const arrived = await awaitArrivals(way, isMine)
      if (!isMine()) return
      const hasOrdered = (await newestOrder()) !== before
      if (!isMine()) return
      const doors = byDoor(arrived)
      setState((now) => ({
        ...now,
        results: [
          ...now.results.filter((one) => !isSame(one, { way, sameSite })),
          { way, sameSite, doors, hasOrdered },
        ],
      }))
    })

  function open(page: string) {
    setState((now) => ({
      ...now,
      opened: { page, round: (now.opened?.round ?? 0) + 1, said: [] },
    }))
  }
  return {
    way,
    sameSite,
    opened,
    results,
    /** Of what is chosen now; null when it was not tried. */
    result: results.find((one) => isSame(one, { way, sameSite })) ?? null,
    isBusy: busy !== null,
    problem,
    press,
    tryAgain,
    choose: (chosen: Partial<Pick<State, 'way' | 'sameSite'>>) =>
      setState((now) => ({ ...now, ...chosen, opened: null })),
    hear: (text: string) =>
      setState((now) => ({
        ...now,
        opened: now.opened && {
          ...now.opened,
          said: [...now.opened.said, text].slice(0, 6),
        },
      })),
    clear: () => {
      stop()
      setState((now) => ({ ...now, opened: null, results: [] }))
    },
    reset: () => {
      stop()
      setState(atFirst)
    },
  }
}

export type Forgery = ReturnType<typeof useForgery>

type Kind = Pick<State, 'way' | 'sameSite'>

function isSame(a: Kind, b: Kind): boolean {
  return a.way === b.way && a.sameSite === b.sameSite
}

/** The trusting door of the twin, the guarded one, and a real one. */
function urlsOf(targets: readonly Experiment[]): string[] {
  const { trusting, guarded } = byDoor(targets)
  const paths = [trusting.path, guarded.path, '/api/orders']
  return paths.map((path) => new URL(path, location.origin).href)
}

function byDoor(doors: readonly Experiment[]): Result['doors'] {
  const [first] = doors
  const trusting = doors.find(({ door }) => door === 'trusting') ?? first
  const guarded = doors.find(({ door }) => door === 'guarded') ?? first
  if (!trusting || !guarded) throw new Error('The experiment is gone')
  return { trusting, guarded }
}
