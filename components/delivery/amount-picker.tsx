import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'

/** Add, one less, one more. */
export function AmountPicker({
  name,
  quantity,
  most,
  className = 'amount',
  onChange,
}: {
  name: string
  quantity: number
  most: number
  className?: string
  onChange: (quantity: number) => void
}) {
  const picker = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  const isZero = quantity === 0
  /** For who does not see the number: only what a press has changed. */
  const [said, setSaid] = useState('')

  // The pressed button has made way for others: the focus goes to the last.
  useEffect(() => {
    if (!isPressed.current) return
    isPressed.current = false
    const buttons = picker.current?.querySelectorAll('button')
    buttons?.[buttons.length - 1]?.focus()
  }, [isZero])

  const change = (next: number) => {
    isPressed.current = (next === 0) !== isZero
    setSaid(next === 0 ? `No ${name}` : `${next} ${name}`)
    onChange(next)
  }
  return (
    <div
      ref={picker}
      // What was said is over: it must not be told again with what comes next.
      onBlur={({ relatedTarget }) => {
        if (!picker.current?.contains(relatedTarget)) setSaid('')
      }}
    >
      {isZero ? (
        <button
          type="button"
          className={`${className} is-zero`}
          disabled={most === 0}
          onClick={() => change(1)}
        >
          <Icon name="plus" size={14} />
          Add<span className="sr-only"> {name}</span>
        </button>
      ) : (
        <div className={className} role="group" aria-label={`How many ${name}`}>
          <button
            type="button"
            aria-label={`One less ${name}`}
            onClick={() => change(quantity - 1)}
          >
            <Icon name="minus" size={14} />
          </button>
          <span>{quantity}</span>
          <button
            type="button"
            aria-label={`One more ${name}`}
            disabled={quantity >= most}
            onClick={() => change(quantity + 1)}
          >
            <Icon name="plus" size={14} />
          </button>
        </div>
      )}
      <span className="sr-only" aria-live="polite" aria-atomic="true">
        {said}
      </span>
    </div>
  )
}
