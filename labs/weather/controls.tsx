import { useId } from 'react'
import { behaviours, protections } from '@/contracts/weather-lab-choices'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Looks } from './use-looks'
import { behaviourWords, protectionWords } from './words'

/** How the service behaves, what we protect ourselves with, and the press. */
export function Controls({
  lab: { trial, busy, problem, choose, press, tryAgain },
  sentence,
}: {
  lab: Looks
  sentence: string
}) {
  const name = useId()
  return (
    <>
      <fieldset className="lab-choices" disabled={busy !== null}>
        <legend>The weather service of the lab is</legend>
        {behaviours.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              checked={one === trial.behaviour}
              onChange={() => choose({ behaviour: one })}
            />
            <span>
              <b>{behaviourWords[one].name}</b> {behaviourWords[one].line}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="lab-choices" disabled={busy !== null}>
        <legend>Our backend protects itself with</legend>
        {protections.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={trial[one]}
              onChange={() => choose({ [one]: !trial[one] })}
            />
            <span>
              <b>{protectionWords[one].name}</b> {protectionWords[one].line}
            </span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="lab-press"
        disabled={busy !== null}
        onClick={() => void press()}
      >
        <Icon name="play" size={16} />
        {busy === 'guests' ? 'They are looking' : 'Let five guests look'}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
    </>
  )
}
