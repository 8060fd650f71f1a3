import { useMemo, useState } from 'react'
import { publicCopyOf } from '@/contracts/public-copy'
import type { Trace } from '@/contracts/trace'
import { ApiProblemError } from '@/components/api-errors'
import { Icon } from '@/components/ui/icon'
import { CopyLink } from './copy-link'
import {
  forgetShare,
  rememberShare,
  useOwnShares,
  type OwnShare,
} from './own-shares'
import { sandboxOf } from './sandbox-of'
import { shareTrace, takeBack } from './travel-api'
import { WhatIsShared } from './what-is-shared'

type State = { kind: 'ready' } | { kind: 'busy' } | Failed
type Failed = { kind: 'failed'; why: string }

/** Makes a trace public, after it was shown what becomes public by that. */
export function SharePart({ trace }: { trace: Trace }) {
  const [state, setState] = useState<State>({ kind: 'ready' })
  const shares = useOwnShares(trace.traceId)
  const copy = useMemo(() => publicCopyOf(trace, sandboxOf(trace)), [trace])

  const attempt = async (work: () => Promise<void>) => {
    setState({ kind: 'busy' })
    try {
      await work()
      setState({ kind: 'ready' })
    } catch (error) {
      setState({ kind: 'failed', why: whyOf(error) })
    }
  }
  const share = () =>
    attempt(async () => {
      const { traceId } = trace
      rememberShare({ ...(await shareTrace(traceId)), traceId })
    })
  const end = ({ id }: OwnShare) =>
    attempt(async () => {
      await takeBack(id).catch((error: unknown) => {
        // Taken back elsewhere already: what was wanted is so.
        if (!(error instanceof ApiProblemError && error.problem.status === 404))
          throw error
      })
      forgetShare(id)
    })
  const isBusy = state.kind === 'busy'
  return (
    <section className="travel-part travel-share" aria-labelledby="share-name">
      <div>
        <h3 id="share-name">Share with anybody</h3>
        <p>
          A public copy, read-only, under an address that nobody can guess. It
          stays when your sandbox is cleared, and until nobody has looked at it
          for three months. From this sandbox you can take it back at any time.
        </p>
        {shares.map((share) => (
          <SharedLink
            key={share.id}
            share={share}
            isBusy={isBusy}
            onTakeBack={() => void end(share)}
          />
        ))}
        <button
          type="button"
          className={
            shares.length > 0 ? 'button' : 'button button-solid travel-main'
          }
          disabled={isBusy}
          onClick={() => void share()}
        >
          <Icon name="share" size={15} />
          {shares.length > 0
            ? 'Share it again as it is now'
            : 'Share this copy'}
        </button>
        <p className="travel-said" aria-live="polite">
          {isBusy && 'One moment.'}
          {state.kind === 'failed' && (
            <span className="r-fail">
              <Icon name="fail" size={14} /> {state.why}
            </span>
          )}
        </p>
      </div>
      <WhatIsShared copy={copy} />
    </section>
  )
}

function SharedLink({
  share,
  isBusy,
  onTakeBack,
}: {
  share: OwnShare
  isBusy: boolean
  onTakeBack: () => void
}) {
  // The copy opens where the reader is now.
  const address = share.url + window.location.search
  return (
    <div className="travel-link">
      <p>
        <Icon name="check" size={15} /> Public. It opens at this very step:
      </p>
      <input
        readOnly
        aria-label="Address of the shared copy"
        value={address}
        onFocus={({ target }) => target.select()}
      />
      <span>
        <CopyLink address={address} className="button button-solid" />
        <a className="button" href={address} target="_blank" rel="noreferrer">
          Open
        </a>
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={onTakeBack}
        >
          Take back
        </button>
      </span>
    </div>
  )
}

function whyOf(error: unknown): string {
  return error instanceof ApiProblemError
    ? error.problem.detail
    : 'No whole answer came back. Nothing may have happened; try again.'
}
