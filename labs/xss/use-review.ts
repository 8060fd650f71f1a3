import { useState } from 'react'
import type { JoinedPage } from '@/contracts/xss-lab'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import type { News } from '@/components/lab/stage-news'
import { useAttempt } from '@/components/lab/use-attempt'
import { isRecord } from '@/components/read-reply'
import { presets } from './presets'
import { nothingHeard, withNews, type Heard } from './heard'

export type Stage = 'open' | 'guarded'
export type Published = LabReply<JoinedPage> & { round: number }

type State = {
  published: Published | null
  heard: Record<Stage, Heard>
  /** How many elements the review has become in this very page. */
  elements: number | null
}

const unheard = { open: nothingHeard, guarded: nothingHeard }
const atFirst: State = { published: null, heard: unheard, elements: null }

/** A review, and the three pages that show it. */
export function useReview() {
  const [text, setText] = useState<string>(presets[0].text)
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<true>()

  const publish = () =>
    attempt(async ({ isMine, work }) => {
      work(true)
      const reply = await askLab(
        { path: '/api/labs/xss', message: { text } },
        isJoinedPage,
      )
      if (!isMine()) return
      setState(({ published }) => ({
        ...atFirst,
        published: { ...reply, round: (published?.round ?? 0) + 1 },
      }))
    })

  return {
    ...state,
    text,
    isBusy: busy !== null,
    problem,
    write: setText,
    publish,
    tryAgain,
    hear: (stage: Stage, news: News) =>
      setState((before) => ({
        ...before,
        heard: {
          ...before.heard,
          [stage]: withNews(before.heard[stage], news),
        },
      })),
    count: (elements: number) =>
      setState((before) => ({ ...before, elements })),
    clear: () => {
      stop()
      setState(atFirst)
    },
    reset: () => {
      stop()
      setState(atFirst)
      setText(presets[0].text)
    },
  }
}

export type Review = ReturnType<typeof useReview>

function isJoinedPage(body: unknown): body is JoinedPage {
  return (
    isRecord(body) &&
    typeof body.text === 'string' &&
    typeof body.page === 'string' &&
    typeof body.session === 'string'
  )
}
