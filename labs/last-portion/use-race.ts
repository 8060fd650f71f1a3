import { useState } from 'react'
import type { RaceStory, RaceWay, Racer } from '@/contracts/last-portion'
import { useAttempt } from '@/components/lab/use-attempt'
import { playRace } from './race-api'

export type Race = ReturnType<typeof useRace>

type Played = {
  turns: Racer[]
  story: RaceStory | null
  traceId: string | null
}
const nothing: Played = { turns: [], story: null, traceId: null }

/**
 * A race that goes on by one statement with each press. The server keeps
 * nothing between two presses: it plays the race so far again, in a new shop.
 */
export function useRace() {
  const [way, setWay] = useState<RaceWay>('look-first')
  const [played, setPlayed] = useState(nothing)
  const { busy, problem, attempt, stop } = useAttempt<true>()
  const isPlaying = busy !== null

  const startOver = (next: RaceWay = way) => {
    stop()
    setWay(next)
    setPlayed(nothing)
  }

  const press = (guest: Racer) => {
    if (isPlaying) return
    void attempt(async ({ isMine, work }) => {
      work(true)
      const turns = [...played.turns, guest]
      const { told, traceId } = await playRace({ way, turns })
      if (isMine()) setPlayed({ turns, story: told, traceId })
    })
  }

  return { way, ...played, isPlaying, problem, press, startOver }
}
