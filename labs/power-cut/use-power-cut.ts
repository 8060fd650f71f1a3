import { useState } from 'react'
import type { Moment } from '@/contracts/moments'
import { NotKnownError } from '@/components/api-errors'
import { kindWordsFor, type KindWords } from '@/components/kind-words'
import { useAttempt } from '@/components/lab/use-attempt'
import { sendPowerCut, type Run } from './send-power-cut'

type Known = {
  moment: Moment
  run: Run | null
  /** The latest run of each moment that was tried. */
  tried: Partial<Record<Moment, Run>>
}

export type PowerCutState = Known & {
  isRunning: boolean
  problem: KindWords | null
}

const atFirst: Known = { moment: 'between', run: null, tried: {} }

/** No order of the reader’s is at stake here, so nothing is in doubt. */
async function wordsFor(error: unknown): Promise<KindWords> {
  if (!(error instanceof NotKnownError)) return kindWordsFor(error)
  return {
    title: error.isOffline ? 'This browser is offline' : 'No answer came back',
    text: 'The processes are ended after ten seconds at the latest, and their files are thrown away. Nothing of yours was in them.',
    way: { do: 'try-again', label: 'Cut the power again', waitMs: 0 },
    href: null,
  }
}

/** What the lab knows, and what can be done with it. */
export function usePowerCut() {
  const [known, setKnown] = useState(atFirst)
  const { busy, problem, attempt, stop } = useAttempt<true>(wordsFor)
  const { moment } = known
  const state: PowerCutState = { ...known, isRunning: busy !== null, problem }

  function press() {
    setKnown({ ...known, run: null })
    void attempt(async ({ isMine, work }) => {
      work(true)
      const run = await sendPowerCut(moment)
      if (!isMine()) return
      setKnown((before) => ({
        ...before,
        run,
        tried: { ...before.tried, [moment]: run },
      }))
    })
  }
  return {
    state,
    press,
    choose: (moment: Moment) => {
      stop()
      setKnown({ ...known, moment, run: null })
    },
    betAgain: () => setKnown({ ...known, run: null }),
    reset: () => {
      stop()
      setKnown(atFirst)
    },
  }
}
