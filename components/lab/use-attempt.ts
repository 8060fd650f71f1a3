import { useEffect, useRef, useState } from 'react'
import type { KindWords } from '@/components/kind-words'
import { labWordsFor } from './lab-words'

type Turn<Busy> = {
  /** False once the reader has begun something else, or left. */
  isMine: () => boolean
  /** Tells what is being worked at. */
  work: (at: Busy) => void
}

/**
 * What a press begins: one thing at a time, with kind words where it fails and
 * the way to try it again. What comes in after a reset is nobody's any more.
 * `wordsFor` are other words than a lab's own, such as those for an order.
 */
export function useAttempt<Busy>(
  wordsFor: (error: unknown) => Promise<KindWords> = labWordsFor,
) {
  const [busy, setBusy] = useState<Busy | null>(null)
  const [problem, setProblem] = useState<KindWords | null>(null)
  const turn = useRef(0)
  const again = useRef<() => void>(() => undefined)
  useEffect(() => () => void (turn.current += 1), [])

  async function attempt(run: (turn: Turn<Busy>) => Promise<void>) {
    const mine = ++turn.current
    const isMine = () => mine === turn.current
    again.current = () => void attempt(run)
    setProblem(null)
    try {
      await run({ isMine, work: (at) => isMine() && setBusy(() => at) })
    } catch (error) {
      const words = await wordsFor(error)
      if (isMine()) setProblem(words)
    } finally {
      if (isMine()) setBusy(null)
    }
  }

  function stop() {
    turn.current += 1
    setBusy(null)
    setProblem(null)
  }
  return { busy, problem, attempt, stop, tryAgain: () => again.current() }
}
