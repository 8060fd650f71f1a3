import { useState } from 'react'
import {
  contractChanges,
  type ContractChange,
} from '@/contracts/break-the-contract-choices'
import { kindWordsFor } from '@/components/kind-words'
import { useAttempt } from '@/components/lab/use-attempt'
import { release, type Release } from './release'

type State = {
  change: ContractChange
  isStrict: boolean
  /** The newest last, one for each change. */
  releases: readonly Release[]
}

const atFirst: State = {
  change: contractChanges[0],
  isStrict: false,
  releases: [],
}

/** Changes that the reader has released, and what came of them. */
export function useReleases() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } =
    useAttempt<true>(kindWordsFor)
  const { change, isStrict, releases } = state

  const press = () =>
    attempt(async ({ isMine, work }) => {
      work(true)
      const came = await release(change, isStrict)
      if (!isMine()) return
      setState((before) => ({
        ...before,
        releases: [...without(before.releases, change), came],
      }))
    })

  return {
    ...state,
    /** What the chosen change has come to; null when it was not tried. */
    came: releases.find((one) => one.change === change) ?? null,
    isBusy: busy !== null,
    problem,
    press,
    tryAgain,
    choose: (chosen: ContractChange) =>
      setState((before) => ({ ...before, change: chosen })),
    beStrict: (isStrict: boolean) =>
      setState((before) => ({
        ...before,
        isStrict,
        releases: without(before.releases, change),
      })),
    clear: () => {
      stop()
      setState((before) => ({
        ...before,
        releases: without(before.releases, change),
      }))
    },
    reset: () => {
      stop()
      setState(atFirst)
    },
  }
}

export type Releases = ReturnType<typeof useReleases>

function without(releases: readonly Release[], change: ContractChange) {
  return releases.filter((one) => one.change !== change)
}
