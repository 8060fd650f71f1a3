import { useState } from 'react'
import { useAttempt } from '@/components/lab/use-attempt'
import { forget, type Visit } from './ask'

const mostKept = 12

/** One visit after the other, and what each of them found. */
export function useVisits() {
  const [visits, setVisits] = useState<readonly Visit[]>([])
  const { busy, problem, attempt } = useAttempt<true>()

  const go = (visit: () => Promise<Visit>) =>
    attempt(async ({ isMine, work }) => {
      work(true)
      const made = await visit()
      if (isMine()) setVisits((before) => [...before, made].slice(-mostKept))
    })
  const startOver = () =>
    attempt(async ({ isMine, work }) => {
      work(true)
      await forget()
      if (isMine()) setVisits([])
    })
  return { visits, isBusy: busy !== null, problem, go, startOver }
}
