import { useId } from 'react'
import {
  bursts,
  countings,
  ratesPerSecond,
  sharings,
} from '@/contracts/rate-limit-choices'
import { Pick } from '@/components/lab/pick'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Flooding } from './use-flood'
import { countingWords, mannerWords, manners, sharingWords } from './words'

/** The limit, the greedy guest's manners, and the press that sends the flood. */
export function Controls({
  lab,
  sentence,
}: {
  lab: Flooding
  sentence: string
}) {
  const { trial, isRunning, problem, choose, press, halt, tryAgain } = lab
  const each = { isDisabled: isRunning }
  return (
    <div className="lab-stack">
      <Choice
        legend="Count by"
        values={countings}
        words={countingWords}
        value={trial.counting}
        onChoose={(counting) => choose({ counting })}
        {...each}
      />
      <Pick
        label="At once"
        options={bursts.map((value) => ({ value, text: `${value}` }))}
        value={trial.burst}
        onPick={(burst) => choose({ burst })}
        {...each}
      />
      <Pick
        label="In the long run"
        options={ratesPerSecond.map((value) => ({
          value,
          text: `${value} a second`,
        }))}
        value={trial.perSecond}
        onPick={(perSecond) => choose({ perSecond })}
        {...each}
      />
      <Pick
        label="For"
        options={sharings.map((value) => ({
          value,
          text: sharingWords[value],
        }))}
        value={trial.sharing}
        onPick={(sharing) => choose({ sharing })}
        {...each}
      />
      <Choice
        legend="The greedy guest"
        values={manners}
        words={mannerWords}
        value={trial.manner}
        onChoose={(manner) => choose({ manner })}
        {...each}
      />
      {isRunning ? (
        <button type="button" className="lab-press" onClick={halt}>
          <Icon name="pause" size={16} />
          Stop the flood
        </button>
      ) : (
        <button
          type="button"
          className="lab-press"
          onClick={() => void press()}
        >
          <Icon name="play" size={16} />
          Send the flood
        </button>
      )}
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
    </div>
  )
}

function Choice<Value extends string>({
  legend,
  values,
  words,
  value,
  isDisabled,
  onChoose,
}: {
  legend: string
  values: readonly Value[]
  words: Record<Value, { name: string; line: string }>
  value: Value
  isDisabled: boolean
  onChoose: (value: Value) => void
}) {
  const name = useId()
  return (
    <fieldset className="lab-choices" disabled={isDisabled}>
      <legend>{legend}</legend>
      {values.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={name}
            checked={one === value}
            onChange={() => onChoose(one)}
          />
          <span>
            <b>{words[one].name}</b> {words[one].line}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
