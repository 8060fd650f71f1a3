import { useId } from 'react'
import { moments, type Moment } from '@/contracts/moments'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Icon } from '@/components/ui/icon'
import { Status } from '@/components/ui/status'
import type { PowerCutState } from './use-power-cut'
import { momentNames } from './words'

/** Where the power goes, and the button that has it go. */
export function Controls({
  state: { moment, isRunning, problem },
  sentence,
  onChoose,
  onPress,
}: {
  state: PowerCutState
  sentence: string
  onChoose: (moment: Moment) => void
  onPress: () => void
}) {
  const name = useId()
  return (
    <div className="cut-controls">
      <fieldset className="cut-moments" disabled={isRunning}>
        <legend>Where does the power go?</legend>
        {moments.map((one) => (
          <label key={one} className={one === moment ? 'is-chosen' : undefined}>
            <input
              type="radio"
              name={name}
              checked={one === moment}
              onChange={() => onChoose(one)}
            />
            <span>{momentNames[one]}</span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="button button-solid"
        aria-disabled={isRunning}
        onClick={() => {
          if (!isRunning) onPress()
        }}
      >
        <Icon name="unplug" size={16} />
        Cut the power
      </button>
      <p className="cut-sentence">
        <Status>{sentence}</Status>
      </p>
      {problem && <ProblemNotice words={problem} onTryAgain={onPress} />}
    </div>
  )
}
