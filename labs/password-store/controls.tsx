import { useId } from 'react'
import {
  blockSize,
  costs,
  longestPassword,
  passes,
  siteCost,
  type Cost,
} from '@/contracts/password-store-choices'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { mebibytesOf } from './figures'
import type { Store } from './use-store'

/** A password that the reader makes up, what a hash costs, and the press. */
export function Controls({ lab, sentence }: { lab: Store; sentence: string }) {
  const { cost, password, busy, problem, choose, press, tryAgain } = lab
  const id = useId()
  return (
    <div className="lab-stack">
      <p className="lab-note">
        Five made-up people have an account. Their table leaks: a backup that
        lay about, or an injection. Somebody guesses what is in it.
      </p>
      <div className="store-field">
        <label htmlFor={`${id}-own`}>A password of your own, made up</label>
        <input
          id={`${id}-own`}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={longestPassword}
          value={password}
          disabled={busy !== null}
          aria-describedby={`${id}-promise`}
          onChange={(event) => choose({ password: event.target.value })}
          onKeyDown={({ key }) => key === 'Enter' && void press()}
        />
        <p id={`${id}-promise`} className="lab-note">
          May stay empty. Never one that you use. It is hashed and forgotten: no
          row, no log and no trace has it, so this one request of the lab cannot
          be opened afterwards.
        </p>
      </div>
      <CostSlider
        cost={cost}
        isDisabled={busy !== null}
        onChoose={(cost) => choose({ cost })}
      />
      <button
        type="button"
        className="lab-press"
        disabled={busy !== null}
        onClick={() => void press()}
      >
        <Icon name="play" size={16} />
        {busy ? 'Somebody is guessing' : 'Leak the table'}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
    </div>
  )
}

function CostSlider({
  cost,
  isDisabled,
  onChoose,
}: {
  cost: Cost
  isDisabled: boolean
  onChoose: (cost: Cost) => void
}) {
  const id = useId()
  const words = `N = ${(2 ** cost).toLocaleString('en-GB')}, ${mebibytesOf(cost)} MiB a hash`
  const whose = cost === siteCost ? ', as this site does for its accounts' : ''
  return (
    <div className="store-field">
      <label htmlFor={id}>What a slow hash costs</label>
      <input
        id={id}
        type="range"
        min={0}
        max={costs.length - 1}
        value={costs.indexOf(cost)}
        disabled={isDisabled}
        aria-valuetext={words + whose}
        onChange={(event) =>
          onChoose(costs[Number(event.target.value)] ?? siteCost)
        }
      />
      <p className="store-cost" aria-hidden="true">
        {words}
        {whose}
      </p>
      <p className="lab-note">
        scrypt with r = {blockSize} and p = {passes}, as in{' '}
        <code>server/guests/hash-password.ts</code>.
      </p>
    </div>
  )
}
