import { useState } from 'react'
import { kindWordsFor } from '@/components/kind-words'
import { useAttempt } from '@/components/lab/use-attempt'
import type { Reply } from './ask'
import type { Deed } from './deeds'

/** One deed at a time, and what each of them has led to. */
export function useDeeds() {
  const [caused, setCaused] = useState<ReadonlyMap<string, Reply>>(new Map())
  const [shown, setShown] = useState<string | null>(null)
  const { busy, problem, attempt, stop } = useAttempt<string>(kindWordsFor)

  const act = ({ id, act }: Deed) =>
    attempt(async ({ isMine, work }) => {
      work(id)
      const reply = await act()
      if (!isMine()) return
      setCaused((before) => new Map(before).set(id, reply))
      setShown(id)
    })

  function clear() {
    stop()
    setCaused(new Map())
    setShown(null)
  }
  return { caused, doing: busy, shown, problem, act, show: setShown, clear }
}
