import { useEffect, useRef } from 'react'
import { newsIn, type News } from './stage-news'

/** A page without end, or one that has left, settles all the same. */
const longestMs = 3_000

/** A tab that it opens is an ordinary one, and no part of the stage. */
const sending = 'allow-forms allow-popups allow-popups-to-escape-sandbox'

/**
 * A page that a reader may have written a part of. It has no origin: the
 * attribute says so here, and the policy of the stage says so once more.
 */
export function StageFrame({
  address,
  page,
  title,
  maySend = false,
  onNews,
}: {
  /** Of the stage, whose policy takes its origin away. */
  address: string
  /** What is shown on it, as HTML. */
  page: string
  title: string
  /** Whether it may send forms, also such that open a tab. */
  maySend?: boolean
  onNews: (news: News) => void
}) {
  const frame = useRef<HTMLIFrameElement>(null)
  const call = useRef(onNews)
  useEffect(() => {
    call.current = onNews
  })
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      const stageWindow = frame.current?.contentWindow
      if (!stageWindow || source !== stageWindow) return
      const news = newsIn(data)
      if (!news) return
      // Without an origin nobody else can be told apart from it by name.
      if (news.kind === 'ready') stageWindow.postMessage({ page }, '*')
      else call.current(news)
    }
    addEventListener('message', hear)
    const settle = () => call.current({ kind: 'settled', text: '' })
    const timer = setTimeout(settle, longestMs)
    return () => {
      removeEventListener('message', hear)
      clearTimeout(timer)
    }
  }, [page])
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox={maySend ? `allow-scripts ${sending}` : 'allow-scripts'}
      src={address}
    />
  )
}
