import { useId } from 'react'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Icon } from '@/components/ui/icon'
import { Status } from '@/components/ui/status'
import { counts, type Count, type MeasureState } from './use-measure'

/** How many at once, and the button that sends them. */
export function Controls({
  state: { count, now, problem },
  sentence,
  onChoose,
  onPress,
}: {
  state: MeasureState
  sentence: string
  onChoose: (count: Count) => void
  onPress: () => void
}) {
  const name = useId()
  const isRunning = now !== null
  return (
    <div className="waiter-controls">
      <fieldset disabled={isRunning}>
        <legend>How many guests at once?</legend>
        <div className="waiter-counts">
          {counts.map((one) => (
            <label
              key={one}
              className={one === count ? 'is-chosen' : undefined}
            >
              <input
                className="sr-only"
                type="radio"
                name={name}
                checked={one === count}
                onChange={() => onChoose(one)}
              />
              {one}
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        className="button button-solid"
        aria-disabled={isRunning}
        onClick={() => {
          if (!isRunning) onPress()
        }}
      >
        <Icon name="play" size={16} />
        {count === 1 ? 'Send one, three times' : `Send ${count} at once`}
      </button>
      <p className="waiter-sentence">
        <Status>{sentence}</Status>
      </p>
      {problem && <ProblemNotice words={problem} onTryAgain={onPress} />}
    </div>
  )
}
