import type { FormEvent } from 'react'
import { pageDish } from '@/contracts/page-dish'
import { dollars, limits, saidBy, type Page } from './page-state'

/** The order form as the guest sees it: drawn from the page beneath it. */
export function OrderPage({
  page,
  isSending,
  onEdit,
  onOrder,
}: {
  page: Page
  isSending: boolean
  onEdit: (change: Partial<Page>) => void
  onOrder: () => void
}) {
  const said = saidBy(page)
  const total = said && said.quantity * said.priceMinor + said.deliveryFeeMinor
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    onOrder()
  }
  return (
    <form className="trust-page" onSubmit={handleSubmit}>
      <h3>The page</h3>
      <p className="trust-dish">
        <b>{pageDish.name}</b>
        <span className="num">{said ? dollars(said.priceMinor) : '?'}</span>
      </p>
      <label className="trust-portions">
        <span>Portions</span>
        <input
          type="number"
          required={page.hasLimits}
          min={page.hasLimits ? limits.min : undefined}
          max={page.hasLimits ? limits.max : undefined}
          value={page.quantity}
          onChange={({ target }) => onEdit({ quantity: target.value })}
        />
      </label>
      <p className="trust-dish">
        <span>Delivery</span>
        <span className="num">{dollars(pageDish.deliveryFeeMinor)}</span>
      </p>
      <p className="trust-dish trust-total">
        <b>Total</b>
        <b className="num">{total === null ? '?' : dollars(total)}</b>
      </p>
      <button
        type="submit"
        className="trust-order"
        disabled={isSending || !said}
      >
        {isSending ? 'On its way' : 'Place order'}
      </button>
      {!said && (
        <p className="trust-hint" role="alert">
          A price is a number like 0.01, and portions are whole.
        </p>
      )}
    </form>
  )
}
