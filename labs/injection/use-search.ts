import { useState } from 'react'
import type { CagedAnswer } from '@/contracts/injection'
import { searchWays, type SearchWay } from '@/contracts/injection-cage'
import type { KindWords } from '@/components/kind-words'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { useAttempt } from '@/components/lab/use-attempt'
import { isRecord } from '@/components/read-reply'

export type Found = LabReply<CagedAnswer>

/** What was typed, and what has come back so far of each way. */
type Search = { words: string; found: Partial<Record<SearchWay, Found>> }

export type SearchRun = Search & {
  phase: 'asking' | 'waiting' | 'over'
  problem: KindWords | null
}

const path = '/api/labs/injection'

/** Asks the door twice, one way after the other: each has a cage of its own. */
export function useSearch() {
  const [searched, setSearched] = useState<Search | null>(null)
  const { busy, problem, attempt, stop } = useAttempt<'asking' | 'waiting'>()
  const run: SearchRun | null = searched && {
    ...searched,
    phase: busy ?? 'over',
    problem,
  }

  function search(words: string) {
    setSearched({ words, found: {} })
    void attempt(async ({ isMine, work }) => {
      const found: Search['found'] = {}
      for (const way of searchWays) {
        work('asking')
        const onWait = () => work('waiting')
        const message = { way, words }
        found[way] = await askLab({ path, message, onWait }, isAnswer)
        if (!isMine()) return
        setSearched({ words, found: { ...found } })
      }
    })
  }

  function clear() {
    stop()
    setSearched(null)
  }

  return { run, search, clear }
}

function isAnswer(value: unknown): value is CagedAnswer {
  return (
    isRecord(value) &&
    typeof value.statement === 'string' &&
    typeof value.end === 'string' &&
    Array.isArray(value.parameters) &&
    Array.isArray(value.results)
  )
}
