import { useId, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Choose } from '@/contracts/check-question'
import type { Asked } from './question'

/** One of several answers. The first choice counts; the rest can be looked at. */
export function ChooseQuestion({
  question: { ask, options },
  onAnswer,
  back,
}: Asked<Choose>) {
  const name = useId()
  const [chosen, setChosen] = useState<number | null>(null)
  const told = chosen === null ? undefined : options[chosen]
  return (
    <fieldset className="check-question">
      <legend>{ask}</legend>
      {options.map(({ text, isRight = false }, at) => (
        <label key={text} className={optionClass(chosen, at, isRight)}>
          <input
            type="radio"
            className="sr-only"
            name={name}
            checked={chosen === at}
            onChange={() => {
              if (chosen === null) onAnswer(isRight)
              setChosen(at)
            }}
          />
          <span className="check-letter" aria-hidden="true">
            {String.fromCharCode(65 + at)}
          </span>
          <span>{text}</span>
          <small>
            {chosen === at && (
              <>
                <Icon name={isRight ? 'check' : 'fail'} size={13} />
                {isRight ? 'right' : 'not quite'}
              </>
            )}
            {chosen !== null && chosen !== at && isRight && 'answer'}
          </small>
        </label>
      ))}
      <p className="check-why">
        {!told && 'Pick one to see why.'}
        <span aria-live="polite" aria-atomic="true">
          {told && (
            <>
              <b>{told.isRight ? 'Yes.' : 'Not quite.'}</b> {told.why}
            </>
          )}
        </span>{' '}
        {told && !told.isRight && back}
      </p>
    </fieldset>
  )
}

function optionClass(
  chosen: number | null,
  at: number,
  isRight: boolean,
): string {
  if (chosen === null) return 'check-option'
  return [
    'check-option',
    chosen === at ? 'is-chosen' : '',
    isRight ? 'is-right r-service' : '',
    chosen === at && !isRight ? 'is-wrong r-fail' : '',
  ].join(' ')
}
