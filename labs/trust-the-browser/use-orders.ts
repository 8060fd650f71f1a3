import { useState } from 'react'
import { kindWordsFor } from '@/components/kind-words'
import { useAttempt } from '@/components/lab/use-attempt'
import { withSandbox } from '@/components/with-sandbox'
import { pageAtFirst, saidBy, type Page } from './page-state'
import { orderForReal, orderOnTrust } from './send-order'
import type { Run } from './verdict'

/** The page, its edits, and what came of the last press. */
export function useOrders() {
  const [page, setPage] = useState(pageAtFirst)
  const [run, setRun] = useState<Run | null>(null)
  const { busy, problem, attempt, stop } = useAttempt<true>(kindWordsFor)
  const isSending = busy !== null

  function press() {
    const said = saidBy(page)
    if (!said || isSending) return
    void attempt(async ({ isMine, work }) => {
      work(true)
      const naive = await withSandbox(() => orderOnTrust(said))
      const real = await withSandbox(() => orderForReal(said, page))
      if (isMine()) setRun({ said, naive, real })
    })
  }

  function clear() {
    stop()
    setRun(null)
  }
  return {
    page,
    run,
    isSending,
    problem,
    press,
    edit: (change: Partial<Page>) => setPage({ ...page, ...change }),
    clear,
    reset: () => {
      setPage(pageAtFirst)
      clear()
    },
  }
}
