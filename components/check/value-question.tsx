import { useId, useState } from 'react'
import type { Value } from '@/contracts/check-question'
import { pickIn, type Asked } from './question'

/** A number to be worked out; asked again, it is another one. */
export function ValueQuestion({
  question: { make, unit, within = 0 },
  round,
  onAnswer,
  back,
}: Asked<Value>) {
  const field = useId()
  const [{ ask, answer, why }] = useState(() => make(pickIn(round)))
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<'right' | 'wrong' | 'unread' | null>(null)
  const check = () => {
    const value = Number(typed.replace(/[\s,_]/g, ''))
    if (typed.trim() === '' || Number.isNaN(value)) return setSaid('unread')
    const isRight = Math.abs(value - answer) <= within
    if (said === null || said === 'unread') onAnswer(isRight)
    setSaid(isRight ? 'right' : 'wrong')
  }
  return (
    <form
      className="check-question"
      onSubmit={(event) => {
        event.preventDefault()
        check()
      }}
    >
      <label className="check-ask" htmlFor={field}>
        {ask}
      </label>
      <p className="check-field">
        <input
          id={field}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setSaid(null)
          }}
        />
        {unit && <span>{unit}</span>}
        <button type="submit" className="button">
          Check
        </button>
      </p>
      <p className="check-why">
        {said === null && 'Type a number.'}
        <span aria-live="polite" aria-atomic="true">
          {said === 'unread' && 'That is not a number yet. Digits, please.'}
          {said === 'right' && (
            <>
              <b>Yes.</b> {why}
            </>
          )}
          {said === 'wrong' && (
            <>
              <b>Not quite.</b> It is {answer.toLocaleString('en-GB')}
              {unit && ` ${unit}`}. {why}
            </>
          )}
        </span>{' '}
        {said === 'wrong' && back}
      </p>
    </form>
  )
}
