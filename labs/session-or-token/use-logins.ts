import { useState } from 'react'
import {
  devices,
  type LoginSeconds,
  type TicketWay,
} from '@/contracts/session-lab-choices'
import { useAttempt } from '@/components/lab/use-attempt'
import { pause } from '@/components/pause'
import {
  logIn,
  logOutEverywhere,
  showTicket,
  type Ticket,
  type Visit,
} from './show-ticket'

/** All tickets, shown one after another. */
export type Round = {
  /** Since the login. */
  atMs: number
  isAfterLogOut: boolean
  visits: readonly Visit[]
}

type State = {
  seconds: LoginSeconds
  /** The way whose trace is shown. */
  way: TicketWay
  /** None before the login. */
  tickets: readonly Ticket[]
  loggedInAt: number
  /** Since the login; null while nobody has logged out. */
  loggedOutMs: number | null
  /** How many rows were struck out. */
  struckOut: number
  /** The newest last. */
  rounds: readonly Round[]
}

const atFirst: State = {
  seconds: 30,
  way: 'session',
  tickets: [],
  loggedInAt: 0,
  loggedOutMs: null,
  struckOut: 0,
  rounds: [],
}

/** So many rounds at most are asked by themselves, and kept. */
const mostRounds = 12

type Busy = 'logging in' | 'asking' | 'logging out' | 'following'

/** Two devices with three tickets each, and the rounds in which they were shown. */
export function useLogins() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<Busy>()
  const set = (part: Partial<State>) =>
    setState((before) => ({ ...before, ...part }))

  async function goRound(
    { tickets, loggedInAt }: Pick<State, 'tickets' | 'loggedInAt'>,
    isAfterLogOut: boolean,
    isMine: () => boolean,
  ): Promise<Round> {
    const atMs = Date.now() - loggedInAt
    const visits: Visit[] = []
    for (const ticket of tickets) visits.push(await showTicket(ticket))
    const round = { atMs, isAfterLogOut, visits }
    if (isMine())
      setState((before) => ({
        ...before,
        rounds: [...before.rounds, round].slice(-mostRounds),
      }))
    return round
  }

  const enter = () =>
    attempt(async ({ isMine, work }) => {
      work('logging in')
      const { seconds, way } = state
      const loggedInAt = Date.now()
      const tickets: Ticket[] = []
      for (const device of devices)
        tickets.push(...(await logIn(device, seconds)).tickets)
      if (!isMine()) return
      setState({ ...atFirst, seconds, way, tickets, loggedInAt })
      await goRound({ tickets, loggedInAt }, false, isMine)
    })
  const ask = () =>
    attempt(async ({ isMine, work }) => {
      work('asking')
      await goRound(state, state.loggedOutMs !== null, isMine)
    })
  const leave = () =>
    attempt(async ({ isMine, work }) => {
      work('logging out')
      const { told } = await logOutEverywhere()
      if (!isMine()) return
      const loggedOutMs = Date.now() - state.loggedInAt
      set({ loggedOutMs, struckOut: told.rows })
      await goRound(state, true, isMine)
    })
  /** Asks now and then until nobody is let in any more. */
  const follow = () =>
    attempt(async ({ isMine, work }) => {
      work('following')
      const everyMs = Math.max(2_000, (state.seconds * 1000) / 8)
      const isAfterLogOut = state.loggedOutMs !== null
      for (let round = 0; round < mostRounds && isMine(); round++) {
        await pause(everyMs)
        if (!isMine()) return
        const { visits } = await goRound(state, isAfterLogOut, isMine)
        if (!visits.some(({ isLetIn }) => isLetIn)) return
      }
    })

  return {
    ...state,
    busy,
    problem,
    enter,
    ask,
    leave,
    follow,
    tryAgain,
    choose: (seconds: LoginSeconds) => set({ seconds }),
    look: (way: TicketWay) => set({ way }),
    reset: () => {
      stop()
      setState((before) => ({ ...atFirst, seconds: before.seconds }))
    },
  }
}

export type Logins = ReturnType<typeof useLogins>
