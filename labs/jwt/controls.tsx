import { useId } from 'react'
import { tokenDeeds } from '@/contracts/jwt-lab-choices'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Tokens } from './use-tokens'
import { deedWords } from './words'

/** What is done to the token, and the press that sends it. */
export function Controls({
  tokens,
  sentence,
}: {
  tokens: Tokens
  sentence: string
}) {
  const { parts, busy, problem, send, tryAgain } = tokens
  return (
    <div className="lab-stack">
      <Deeds tokens={tokens} />
      {tokens.deed === 'by-hand' && (
        <p className="lab-note">
          The token at hand is one that you edited. Choose any of these to begin
          with a fresh one.
        </p>
      )}
      <button
        type="button"
        className="lab-press"
        disabled={busy !== null || !parts}
        onClick={() => void send()}
      >
        <Icon name="play" size={16} />
        {busy === 'sending' ? 'On its way' : 'Send it to the doors'}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
      <p className="lab-note">
        It goes to <code>/api/sandboxes/current</code>, as every client would
        send it, and to a door of this lab that runs the same check in a trace
        of yours.
      </p>
    </div>
  )
}

function Deeds({ tokens }: { tokens: Tokens }) {
  const { format, deed, parts, busy, take } = tokens
  const name = useId()
  return (
    <fieldset
      className="lab-choices"
      disabled={!parts || (busy !== null && busy !== 'making')}
    >
      <legend>The token is</legend>
      {tokenDeeds.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={name}
            checked={one === deed}
            onChange={() => void take(format, one)}
          />
          <span>
            <b>{deedWords[one].name}</b> {deedWords[one].line[format]}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
