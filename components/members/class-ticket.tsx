import {
  useEffect,
  useState,
  type ComponentProps,
  type ComponentType,
} from 'react'
import type { Invitation, InvitationList } from '@/contracts/members'
import type { QrCode as Code } from './qr-code'
import { ThisComputer } from './this-computer'
import { clockOf, useSecondsLeft } from './use-seconds-left'
import { wayHere } from './way-here'

const seats = 40

/** The code of a class, big enough for the back row. */
export function ClassTicket({
  open,
  code,
  isFull,
  inside,
  isBusy,
  onClose,
}: {
  open: InvitationList['items'][number]
  /** Null where this browser did not open the class, and so has no code. */
  code: Invitation | null
  isFull: boolean
  inside: number
  isBusy: boolean
  onClose: () => void
}) {
  const left = useSecondsLeft(open.expiresAt)
  const way = code && wayHere(code.url, location)
  return (
    <div className="pass-ticket r-network">
      <div className="pass-ticket-sheet class-ticket">
        {way && (
          <div className={isFull ? 'is-spent' : undefined}>
            <LazyQrCode
              link={way.link}
              label={`QR code that opens ${way.link}`}
            />
          </div>
        )}
        <div>
          <p className="caps">Class code</p>
          <h2 id="class-name" className={code ? 'class-code' : undefined}>
            {code?.code ?? 'A class is open'}
          </h2>
          {way ? (
            <p className="class-where">
              Type it at <b>{new URL('/join', way.link).href}</b>
            </p>
          ) : (
            <p className="class-where">
              Its code was told once, to the browser that opened it. For a code
              to show here, close this one and open another.
            </p>
          )}
        </div>
        <div className="class-side">
          <p aria-live="polite" aria-atomic="true">
            <b className="class-figure">{inside}</b> of {seats} are in
            {isFull && ', every seat is taken'}
          </p>
          <p>
            <b className="class-figure">{clockOf(left)}</b> left
          </p>
          <button
            type="button"
            className="button"
            aria-disabled={isBusy}
            onClick={onClose}
          >
            Let nobody else in
          </button>
        </div>
        {way?.isForThisComputer && <ThisComputer />}
      </div>
    </div>
  )
}

/** The drawing of codes is loaded when there is one to draw. */
function LazyQrCode(props: ComponentProps<typeof Code>) {
  const [QrCode, setQrCode] = useState<ComponentType<typeof props>>()
  useEffect(() => {
    let isGone = false
    void import('./qr-code').then((loaded) => {
      if (!isGone) setQrCode(() => loaded.QrCode)
    })
    return () => {
      isGone = true
    }
  }, [])
  return QrCode ? <QrCode {...props} /> : <div className="qr-code is-waiting" />
}
