import { useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Kitchen } from './use-kitchen'
import { deeds, deedWords } from './words'

/** Which message arrives at the reader's kitchen, and the press that sends it. */
export function Controls({
  kitchen: { deed, isBusy, problem, choose, press, tryAgain },
  sentence,
}: {
  kitchen: Kitchen
  sentence: string
}) {
  const name = useId()
  return (
    <div className="lab-stack">
      <p className="lab-note">
        You are the restaurant. A message about an order arrives at your door,
        and whoever sent it says that they are Plateful.
      </p>
      <fieldset className="lab-choices" disabled={isBusy}>
        <legend>The message is</legend>
        {deeds.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              checked={one === deed}
              onChange={() => choose(one)}
            />
            <span>
              <b>{deedWords[one].name}</b> {deedWords[one].line}
            </span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="lab-press"
        disabled={isBusy}
        onClick={() => void press()}
      >
        <Icon name="play" size={16} />
        {isBusy ? 'On its way' : 'Send it to my kitchen'}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
      <p className="lab-note">
        The first press places a real order. All messages are about it, and they
        go to <code>/api/webhooks/kitchen</code> of this site and to no other
        address.
      </p>
    </div>
  )
}
