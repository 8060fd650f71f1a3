import { useCallback, useEffect, useRef, useState } from 'react'
import type { Invitation } from '@/contracts/members'
import type { Part } from '@/contracts/parts'
import { wordsForReading } from '@/components/delivery/delivery-words'
import type { KindWords } from '@/components/kind-words'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { closeInvitation, invite } from './members-api'
import { partNames } from './part-words'
import { QrCode } from './qr-code'
import { ThisComputer } from './this-computer'
import { clockOf, useSecondsLeft } from './use-seconds-left'
import { wayHere } from './way-here'

export type PhoneCodeProps = {
  titleId: string
  part: Part
  /** The ways in that are open still; null while that is not known. */
  openIds: readonly string[] | null
  onMade: () => Promise<void>
  onDone: () => void
}

/** A code for one phone, made as this appears. */
export function PhoneCode({ part, onMade, onDone, ...rest }: PhoneCodeProps) {
  const [invitation, setInvitation] = useState<Invitation>()
  const [problem, setProblem] = useState<KindWords | null>(null)
  const [tries, setTries] = useState(0)
  const isMade = useRef(false)

  const make = useCallback(async () => {
    if (isMade.current) return
    isMade.current = true
    setProblem(null)
    try {
      const made = await invite({ kind: 'phone', part })
      // Known to be open before it is shown: from then on it may be used.
      await onMade()
      setInvitation(made)
    } catch (error) {
      isMade.current = false
      setTries((before) => before + 1)
      setProblem(await wordsForReading(error))
    }
  }, [part, onMade])
  const first = useRef(make)
  useEffect(() => void first.current(), [])

  const close = () => {
    // It runs out by itself, should this not arrive.
    if (invitation) closeInvitation(invitation.id).catch(() => undefined)
    onDone()
  }
  if (problem)
    return (
      <ProblemNotice
        key={tries}
        words={problem}
        onTryAgain={() => void make()}
        onMend={onDone}
      />
    )
  if (!invitation)
    return (
      <p className="caps" aria-live="polite" aria-atomic="true">
        Printing the ticket
      </p>
    )
  return (
    <Printed
      {...rest}
      invitation={invitation}
      onClose={close}
      onAnother={onDone}
    />
  )
}

function Printed({
  titleId,
  invitation,
  openIds,
  onClose,
  onAnother,
}: {
  titleId: string
  invitation: Invitation
  openIds: readonly string[] | null
  onClose: () => void
  onAnother: () => void
}) {
  const { id, code, url, part, expiresAt } = invitation
  const heading = useRef<HTMLHeadingElement>(null)
  const left = useSecondsLeft(expiresAt)
  const wasSeen = useWasSeen(openIds?.includes(id) ?? false)
  const isUsed = wasSeen && openIds !== null && !openIds.includes(id)
  const isOver = !isUsed && left === 0
  const { link, isForThisComputer } = wayHere(url, location)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <div className="pass-ticket-code">
        <div className={isUsed || isOver ? 'is-spent' : undefined}>
          <QrCode link={link} label={`QR code that opens ${link}`} />
        </div>
        <div>
          <p className="caps">Pass it on: {partNames[part]}</p>
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            Continue on your phone
          </h2>
          <p className="micro">or type it at /join</p>
          <p className="pass-ticket-big">{code}</p>
          <p
            className="micro"
            aria-live={isUsed || isOver ? 'polite' : undefined}
            aria-atomic="true"
          >
            {isUsed ? (
              <span className="stamp">Used</span>
            ) : isOver ? (
              <span className="stamp">Run out</span>
            ) : (
              <>
                good once, for <b>{clockOf(left)}</b>
              </>
            )}
          </p>
        </div>
      </div>
      {isUsed && (
        <p className="pass-ticket-word">
          A phone came in by this code. Nobody else can use it.
        </p>
      )}
      {isForThisComputer && !isUsed && <ThisComputer />}
      <p className="pass-ticket-actions">
        {isUsed || isOver ? (
          <button
            type="button"
            className="button button-solid"
            onClick={onAnother}
          >
            Another code
          </button>
        ) : (
          <button type="button" className="button" onClick={onClose}>
            Tear it up
          </button>
        )}
      </p>
    </>
  )
}

/** A list that was read before the code was made does not know it yet. */
function useWasSeen(isSeen: boolean): boolean {
  const [wasSeen, setWasSeen] = useState(isSeen)
  if (isSeen && !wasSeen) setWasSeen(true)
  return wasSeen
}
