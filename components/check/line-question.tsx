import { useState } from 'react'
import type { Line } from '@/contracts/check-question'
import type { Asked } from './question'

/** Code with one line at fault: the reader points at it. */
export function LineQuestion({
  question: { ask, code, faulty, whys },
  onAnswer,
  back,
}: Asked<Line>) {
  const [chosen, setChosen] = useState<number | null>(null)
  const isRight = chosen === faulty
  return (
    <fieldset className="check-question">
      <legend>{ask}</legend>
      <ol className="check-code back">
        {code.map((text, at) => (
          <li key={at}>
            <button
              type="button"
              aria-pressed={chosen === at + 1}
              className={
                chosen === at + 1
                  ? isRight
                    ? 'is-right r-service'
                    : 'is-wrong r-fail'
                  : undefined
              }
              onClick={() => {
                if (chosen === null) onAnswer(at + 1 === faulty)
                setChosen(at + 1)
              }}
            >
              <span className="sr-only">Line {at + 1}: </span>
              {text}
            </button>
          </li>
        ))}
      </ol>
      <p className="check-why">
        {chosen === null && 'Press the line.'}
        <span aria-live="polite" aria-atomic="true">
          {chosen !== null && (
            <>
              <b>{isRight ? 'Yes.' : 'Not that one.'}</b> {whys[chosen - 1]}
            </>
          )}
        </span>{' '}
        {chosen !== null && !isRight && back}
      </p>
    </fieldset>
  )
}
