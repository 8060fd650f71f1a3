import { price } from '@/components/ui/price'
import type { Row } from './send-screens'

/** The screen that both ways fill. */
export function Phone({ rows }: { rows: readonly Row[] | null }) {
  return (
    <section className="shape-phone" aria-label="The phone">
      <h4>Your last orders</h4>
      {rows === null || rows.length === 0 ? (
        <p>Nothing to show yet.</p>
      ) : (
        <ul>
          {rows.map(({ id, status, totalMinor, restaurant, isOpen }) => (
            <li key={id}>
              <b>{restaurant}</b>
              <span className="num">
                {price({ amount: totalMinor, currency: 'USD' })}
              </span>
              <span>{status}</span>
              <span>{isOpen ? 'open now' : 'closed'}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
