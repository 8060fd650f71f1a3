import { useId } from 'react'
import { contractChanges } from '@/contracts/break-the-contract-choices'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Releases } from './use-releases'
import { changeWords, sideWords } from './words'

const sides = ['answer', 'question'] as const

/** Which change is made, and the press that releases it. */
export function Controls({
  lab: { change, isStrict, isBusy, problem, choose, beStrict, press, tryAgain },
  sentence,
}: {
  lab: Releases
  sentence: string
}) {
  const name = useId()
  return (
    <>
      {sides.map((side) => (
        <fieldset key={side} className="lab-choices" disabled={isBusy}>
          <legend>{sideWords[side]}</legend>
          {contractChanges
            .filter((one) => changeWords[one].side === side)
            .map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name={name}
                  checked={one === change}
                  onChange={() => choose(one)}
                />
                <span>
                  <b>{changeWords[one].name}</b> {changeWords[one].line}
                </span>
              </label>
            ))}
        </fieldset>
      ))}
      <label className="pact-strict">
        <input
          type="checkbox"
          checked={isStrict}
          disabled={isBusy}
          onChange={({ target }) => beStrict(target.checked)}
        />
        <span>The checker refuses fields that it does not know</span>
      </label>
      <button
        type="button"
        className="lab-press"
        disabled={isBusy}
        onClick={() => void press()}
      >
        <Icon name="play" size={16} />
        {isBusy ? 'Released' : 'Release this change'}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
    </>
  )
}
