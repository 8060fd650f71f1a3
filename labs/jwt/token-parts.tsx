import { useId } from 'react'
import { tokenFormats, type TokenFormat } from '@/contracts/jwt-lab-choices'
import { Pick } from '@/components/lab/pick'
import { Icon } from '@/components/ui/icon'
import { claimsIn, encodedParts, type Parts } from './parts'
import type { Tokens } from './use-tokens'
import { claimWords, formatNames, timeWords } from './words'

const formats = tokenFormats.map((value) => ({
  value,
  text: formatNames[value],
}))

/** The token in one piece, and beneath it each part, decoded and editable. */
export function TokenParts({ tokens }: { tokens: Tokens }) {
  const { parts, format, deed, busy, take, reset } = tokens
  return (
    <section className="jwt-token front" aria-label="Your token">
      <div className="jwt-head">
        <Pick
          label="Written as"
          options={formats}
          value={format}
          isDisabled={busy !== null && busy !== 'making'}
          onPick={(chosen: TokenFormat) =>
            void take(chosen, deed === 'by-hand' ? 'genuine' : deed)
          }
        />
        {parts && (
          <button type="button" className="button" onClick={reset}>
            <Icon name="retry" size={15} />
            Reset
          </button>
        )}
      </div>
      {parts ? (
        <Shown tokens={tokens} parts={parts} />
      ) : (
        <div className="jwt-none">
          <p className="lab-note">
            An API token opens your sandbox to whoever bears it: a program on
            your laptop, say. Have one made, take it apart, and do to it
            whatever somebody might who has found it.
          </p>
          <button
            type="button"
            className="lab-press"
            disabled={busy !== null}
            onClick={() => void take(format, 'genuine')}
          >
            <Icon name="auth" size={16} />
            {busy === 'making' ? 'It is being signed' : 'Make me a token'}
          </button>
        </div>
      )}
    </section>
  )
}

function Shown({ tokens, parts }: { tokens: Tokens; parts: Parts }) {
  const isJwt = parts.format === 'jwt'
  const { edit, publicKey } = tokens
  return (
    <>
      <Whole parts={parts} />
      <div className="jwt-parts">
        <Part
          name="header"
          title={isJwt ? '1. Header' : '1. Version and kind'}
          note={
            isJwt
              ? 'How it claims to be signed, and what it is.'
              : 'Fixed by whoever checks. There is no field for an algorithm.'
          }
          value={parts.header}
          onChange={(header) => edit({ header })}
        />
        <Part
          name="payload"
          title="2. Payload"
          note="What it says. Not encrypted: this was read without a key."
          value={parts.payload}
          onChange={(payload) => edit({ payload })}
        />
        <Part
          name="signature"
          title="3. Signature"
          note={
            isJwt
              ? 'HMAC with SHA-256 over the first two. One secret key signs and checks.'
              : 'Ed25519 over the rest, and over “sandbox token”, a purpose that is not in the token at all.'
          }
          value={parts.signature}
          onChange={(signature) => edit({ signature })}
        />
      </div>
      <Claims parts={parts} />
      {!isJwt && (
        <p className="lab-note">
          The public key, by which anybody can check it and nobody can make one:{' '}
          <code className="jwt-key">{publicKey}</code>
        </p>
      )}
    </>
  )
}

function Whole({ parts }: { parts: Parts }) {
  const pieces = encodedParts(parts)
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <>
      <div
        className="jwt-whole"
        role="group"
        aria-label="The token as it is sent"
      >
        {pieces.map(({ part, text }, at) => (
          <span key={at} className={`is-${part}`}>
            {text}
          </span>
        ))}
      </div>
      <p className="jwt-length">
        <b className="num">{length}</b> characters, with each request
      </p>
    </>
  )
}

function Part({
  name,
  title,
  note,
  value,
  onChange,
}: {
  name: 'header' | 'payload' | 'signature'
  title: string
  note: string
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className={`jwt-part is-${name}`}>
      <label htmlFor={id}>{title}</label>
      <textarea
        id={id}
        rows={5}
        value={value}
        maxLength={2_000}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-describedby={`${id}-note`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-note`}>{note}</p>
    </div>
  )
}

function Claims({ parts }: { parts: Parts }) {
  const claims = claimsIn(parts)
  if (claims.length === 0)
    return (
      <p className="lab-note">The payload is no JSON, so it claims nothing.</p>
    )
  return (
    <dl className="jwt-claims">
      {claims.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {claimWords[name] ?? 'a claim of your own'}
            {timeWords(name, value) && (
              <>
                : <b className="num">{timeWords(name, value)}</b>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
