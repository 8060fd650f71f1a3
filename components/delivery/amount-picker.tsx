import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'

/** Add, one less, one more. */
export function AmountPicker({
  name,
  quantity,
  most,
  onChange,
}: {
  name: string
  quantity: number
  most: number
  onChange: (quantity: number) => void
}) {
  const picker = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  const isZero = quantity === 0

  // The pressed button has made way for others: the focus goes to the last.
  useEffect(() => {
    if (!isPressed.current) return
    isPressed.current = false
    const buttons = picker.current?.querySelectorAll('button')
    buttons?.[buttons.length - 1]?.focus()
  }, [isZero])

  const change = (next: number) => {
    isPressed.current = (next === 0) !== isZero
    onChange(next)
  }
  return (
    <div ref={picker}>
      {isZero ? (
        <button
          type="button"
          className="amount is-zero"
          disabled={most === 0}
          onClick={() => change(1)}
        >
          <Icon name="plus" size={14} />
          Add<span className="sr-only"> {name}</span>
        </button>
      ) : (
        <div className="amount" role="group" aria-label={`How many ${name}`}>
          <button
            type="button"
            aria-label={`One less ${name}`}
            onClick={() => change(quantity - 1)}
          >
            <Icon name="minus" size={14} />
          </button>
          <span aria-live="polite">{quantity}</span>
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
    </div>
  )
}
