import { useEffect, useId, useRef, useState } from 'react'
import type { Trace } from '@/contracts/trace'
import { Icon } from '@/components/ui/icon'
import { useModal } from '@/components/ui/use-modal'
import { ComparePart } from './compare-part'
import { CopyLink } from './copy-link'
import { SharePart } from './share-part'
import { TakeHomePart } from './take-home-part'
import { readAnyTrace } from './travel-api'
import './travel.css'

export type TravelDialogProps = {
  traceId: string
  /** Set when it is a shared copy that is looked at. */
  shareId?: string
  onClose: () => void
}

/** Everything that a trace can leave this page by. */
export function TravelDialog({ traceId, shareId, onClose }: TravelDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  const id = shareId ?? traceId
  const trace = useTrace(id)
  useModal(dialog)
  return (
    <dialog
      ref={dialog}
      className="travel front"
      aria-labelledby={name}
      onClose={onClose}
    >
      <div className="travel-inside">
        <header>
          <h2 id={name}>Traces travel</h2>
          <button
            type="button"
            className="icon-button"
            aria-label="Close"
            onClick={() => dialog.current?.close()}
          >
            <Icon name="fail" size={20} />
          </button>
        </header>
        <section className="travel-part">
          <h3>This very place</h3>
          <p>
            {shareId
              ? 'The address of this page names the step, the view and the span, and opens for anybody.'
              : 'The address of this page names the step, the view and the span. It opens in this browser alone: anybody else is told that there is no such trace.'}
          </p>
          <CopyLink className="button" />
        </section>
        {!shareId && trace.kind === 'read' && <SharePart trace={trace.trace} />}
        {trace.kind === 'failed' && (
          <p className="notice r-fail" role="alert">
            <Icon name="fail" size={18} /> The trace could not be read just now.
          </p>
        )}
        {trace.kind === 'read' && <TakeHomePart id={id} trace={trace.trace} />}
        <ComparePart id={id} traceId={traceId} />
      </div>
    </dialog>
  )
}

type Read = { kind: 'reading' } | { kind: 'read'; trace: Trace } | Failed
type Failed = { kind: 'failed' }

function useTrace(id: string): Read {
  const [read, setRead] = useState<Read>({ kind: 'reading' })
  useEffect(() => {
    let isGone = false
    readAnyTrace(id).then(
      (trace) => !isGone && setRead({ kind: 'read', trace }),
      () => !isGone && setRead({ kind: 'failed' }),
    )
    return () => {
      isGone = true
    }
  }, [id])
  return read
}
