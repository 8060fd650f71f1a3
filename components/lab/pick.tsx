import { useId } from 'react'

/** One of a few values that a lab runs with, side by side. */
export function Pick<Value extends string | number>({
  label,
  options,
  value,
  isDisabled = false,
  onPick,
}: {
  label: string
  options: readonly { value: Value; text: string }[]
  value: Value
  isDisabled?: boolean
  onPick: (value: Value) => void
}) {
  const name = useId()
  return (
    <fieldset className="lab-pick">
      <legend>{label}</legend>
      <div className="lab-pick-options">
        {options.map((option) => (
          <label key={option.value}>
            <input
              className="sr-only"
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={isDisabled}
              onChange={() => onPick(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
