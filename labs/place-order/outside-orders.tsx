import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { followEventFeed } from '@/components/event-feed'
import { Icon } from '@/components/ui/icon'
import { useHasSandbox } from '@/components/use-has-sandbox'

/**
 * An order that somebody else places in this sandbox while the page is open:
 * the reader's own terminal, or another of their tabs.
 */
export function OutsideOrders({ ownTraceId }: { ownTraceId: string | null }) {
  const hasSandbox = useHasSandbox()
  const [newest, setNewest] = useState<string | null>(null)
  const [count, setCount] = useState(0)
  const own = useRef(new Set<string>())

  useEffect(() => {
    if (ownTraceId) own.current.add(ownTraceId)
  }, [ownTraceId])
  useEffect(() => {
    if (!hasSandbox) return
    return followEventFeed({
      onEvent: ({ event, data }) => {
        if (event !== 'order.placed' || !data.traceId) return
        if (own.current.has(data.traceId)) return
        setNewest(data.traceId)
        setCount((before) => before + 1)
      },
    })
  }, [hasSandbox])

  const close = () => {
    setNewest(null)
    setCount(0)
  }
  return (
    <div className="outside" aria-live="polite" aria-atomic="true">
      {newest && (
        <div className="outside-slip r-network">
          <p>
            <b>
              {count === 1
                ? 'An order came in from outside this page.'
                : `${count} orders came in from outside this page.`}
            </b>
            <Link href={`/trace/${newest}`} prefetch={false}>
              {count === 1 ? 'Open its trace' : 'Open the newest trace'}
              <Icon name="arrow-right" size={14} />
            </Link>
          </p>
          <button
            type="button"
            className="icon-button"
            aria-label="Close this note"
            onClick={close}
          >
            <Icon name="fail" size={16} />
          </button>
        </div>
      )}
    </div>
  )
}
