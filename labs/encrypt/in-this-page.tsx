import { useId, type FormEvent } from 'react'
import { longestNote } from '@/contracts/encrypt-choices'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { hexOf, tagBytes } from './seal'
import type { Sealing, Sent } from './use-sealing'

/** The note, the key, and what came back: all of it stays in this page. */
export function InThisPage({
  sealing,
  sentence,
}: {
  sealing: Sealing
  sentence: string
}) {
  const { text, sent, isBusy, problem, write, press, tryAgain } = sealing
  const id = useId()
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    void press()
  }
  return (
    <div className="lab-stack">
      <form className="lab-stack" onSubmit={handleSubmit}>
        <div>
          <label className="seal-label" htmlFor={id}>
            Your note for the courier
          </label>
          <input
            id={id}
            className="seal-input"
            required
            maxLength={longestNote}
            value={text}
            onChange={({ target }) => write(target.value)}
          />
        </div>
        <button type="submit" className="lab-press" disabled={isBusy}>
          <Icon name="play" size={16} />
          {isBusy ? 'On its way' : 'Send it, open and sealed'}
        </button>
      </form>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
      {sent ? (
        <Returned sent={sent} sealing={sealing} />
      ) : (
        <p className="lab-note">
          AES-GCM, by this browser’s own Web Crypto. The key is made here, and
          no request has it in it.
        </p>
      )}
    </div>
  )
}

function Returned({ sent, sealing }: { sent: Sent; sealing: Sealing }) {
  const { flips, opened, flip } = sealing
  const { key, nonce, sealed } = sent
  const length = sealed.length - tagBytes
  return (
    <div className="seal-returned">
      <dl>
        <dt>key</dt>
        <dd>
          256 bits, {key.extractable ? 'readable' : 'not readable'} by any
          script
        </dd>
        <dt>nonce</dt>
        <dd>
          <code>{hexOf(nonce)}</code>
        </dd>
      </dl>
      <h3>What came back out of the row</h3>
      <p className="lab-note">
        Press a byte, and its last bit turns over. The first {length} are the
        note, the last {tagBytes} the tag that seals it.
      </p>
      <div
        className="seal-bytes"
        role="group"
        aria-label="Bytes of the sealed note"
      >
        {Array.from(sealed, (byte, at) => {
          const isFlipped = flips.has(at)
          const hex = (isFlipped ? byte ^ 1 : byte).toString(16)
          return (
            <button
              key={at}
              type="button"
              className={at < length ? 'r-data' : 'r-auth'}
              aria-pressed={isFlipped}
              aria-label={`Byte ${at + 1}${at < length ? '' : ', of the tag'}`}
              onClick={() => void flip(at)}
            >
              {hex.padStart(2, '0')}
            </button>
          )
        })}
      </div>
      <p
        className={
          opened === null ? 'seal-opened r-fail' : 'seal-opened r-service'
        }
      >
        <b>{opened === null ? 'It does not open' : 'It opens'}</b>
        <span>{opened ?? 'OperationError, and not a letter more'}</span>
      </p>
    </div>
  )
}
