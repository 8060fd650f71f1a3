import { useEffect, useState } from 'react'
import { connectionWords, type Connection } from './use-connection'

/** The state of the stream, in words and beside a dot. */
export function ConnectionLine({ connection }: { connection: Connection }) {
  const now = usePageNow(connection)
  const isOpen = connection.stream === 'open' && !connection.isOffline
  const words = connectionWords(connection, now)
  const mark = !isOpen
    ? 'is-lost'
    : words.startsWith('resumed')
      ? 'is-resumed'
      : 'is-open'
  return <span className={`connection ${mark}`}>{words}</span>
}

/** The page's clock, by the second while that can be read in the words. */
function usePageNow({ stream, openSince }: Connection): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    if (stream !== 'open' || openSince === null) return
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      setNow(performance.now())
      const isYoung = performance.now() - openSince < 60_000
      timer = setTimeout(tick, isYoung ? 1_000 : 60_000)
    }
    tick()
    return () => clearTimeout(timer)
  }, [stream, openSince])
  return Math.max(now, openSince ?? 0)
}
