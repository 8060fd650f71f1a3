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
  if (quantity === 0) {
    return (
      <button
        type="button"
        className="amount is-zero"
        disabled={most === 0}
        onClick={() => onChange(1)}
      >
        <Icon name="plus" size={14} />
        Add<span className="sr-only"> {name}</span>
      </button>
    )
  }
  return (
    <div className="amount" role="group" aria-label={`How many ${name}`}>
      <button
        type="button"
        aria-label={`One less ${name}`}
        onClick={() => onChange(quantity - 1)}
      >
        <Icon name="minus" size={14} />
      </button>
      <span aria-live="polite">{quantity}</span>
      <button
        type="button"
        aria-label={`One more ${name}`}
        disabled={quantity >= most}
        onClick={() => onChange(quantity + 1)}
      >
        <Icon name="plus" size={14} />
      </button>
    </div>
  )
}
