'use client'

import { keeperNames, keepers } from './counts'
import { useCounter } from './use-counter'
import './counter-window.css'

/** A page of its own: a button, and the same count kept in three places. */
export function CounterWindow() {
  const { counts, isAsking, isPressing, trouble, press, ask } = useCounter()
  return (
    <div className="counter-window">
      <dl aria-live="polite">
        {keepers.map((keeper) => (
          <div key={keeper} className={`is-${keeper}`}>
            <dt>{keeperNames[keeper]}</dt>
            <dd className="num">{counts[keeper] ?? '–'}</dd>
          </div>
        ))}
      </dl>
      <p className="counter-buttons">
        <button
          type="button"
          className="counter-press"
          disabled={isPressing}
          onClick={() => void press()}
        >
          +1 in all three
        </button>
        <button
          type="button"
          className="button"
          disabled={isAsking || isPressing}
          onClick={() => void ask()}
        >
          Ask the server
        </button>
      </p>
      {trouble && (
        <p className="counter-trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}
