import { limits, pageAtFirst, saidBy, type Page } from './page-state'

type Props = { page: Page; onEdit: (change: Partial<Page>) => void }

/** The page as a browser’s own tools show it: whatever is in it can be edited. */
export function HeldPage({ page, onEdit }: Props) {
  const width = `${Math.max(5, page.price.length + 1)}ch`
  return (
    <div className="trust-held">
      <h3>The page as the browser holds it</h3>
      <div className="trust-source">
        <p>{'<form>'}</p>
        <p>
          {'  <b>Miso ramen</b>'}
          <br />
          {'  <data value="'}
          <input
            aria-label="The price in the page"
            inputMode="decimal"
            maxLength={8}
            spellCheck={false}
            style={{ width }}
            value={page.price}
            aria-invalid={saidBy(page) === null}
            onChange={({ target }) => onEdit({ price: target.value })}
          />
          {'">'}
        </p>
        <p>
          {'  <input type="number"'}
          <br />
          {'    '}
          <span className={page.hasLimits ? '' : 'is-deleted'}>
            {`min="${limits.min}" max="${limits.max}" required`}
          </span>
          {'>'}
        </p>
        <p>{'</form>'}</p>
      </div>
      <Edits page={page} onEdit={onEdit} />
    </div>
  )
}

function Edits({ page, onEdit }: Props) {
  return (
    <div className="trust-edits" role="group" aria-label="Edit the page">
      <button
        type="button"
        className="button"
        onClick={() => onEdit({ price: '0.01' })}
      >
        Make it one cent
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={!page.hasLimits}
        onClick={() =>
          onEdit({
            hasLimits: !page.hasLimits,
            quantity: page.hasLimits ? page.quantity : pageAtFirst.quantity,
          })
        }
      >
        {page.hasLimits ? 'Delete the form’s limits' : 'Put the limits back'}
      </button>
      {!page.hasLimits &&
        ['-3', '1000'].map((quantity) => (
          <button
            key={quantity}
            type="button"
            className="button"
            onClick={() => onEdit({ quantity })}
          >
            {quantity === '-3' ? 'Order −3 portions' : 'Order 1,000 portions'}
          </button>
        ))}
      <label className="trust-slip">
        <input
          type="checkbox"
          checked={page.sendsPrice}
          onChange={({ target }) => onEdit({ sendsPrice: target.checked })}
        />
        <span>Write the price into the real order too</span>
      </label>
    </div>
  )
}
