import type { Money } from '@/contracts/money'
import type { NewOrder, Order } from '@/contracts/orders'
import type { Span } from '@/contracts/trace'
import { AmountPicker } from '@/components/delivery/amount-picker'
import type { KindWords } from '@/components/kind-words'
import type { LabReply } from '@/components/lab/ask-lab'
import { price } from '@/components/ui/price'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { ReadBack } from './use-books'

const most = 5

/** The light side: the order form, and the same order read back. */
export function Ordering({
  menu,
  amounts,
  placed,
  readRows,
  joined,
  busy,
  problem,
  place,
  read,
  tryAgain,
  onAmount,
}: {
  menu: {
    restaurant: { slug: string; name: string }
    dishes: { id: string; name: string; price: Money }[]
  }
  amounts: Readonly<Record<string, number>>
  placed: LabReply<Order> | null
  joined: readonly Span[]
  busy: string | null
  problem: KindWords | null
  place: (wish: NewOrder) => Promise<void>
  read: () => Promise<void>
  readRows: ReadBack | null
  tryAgain: () => void
  onAmount: (id: string, amount: number) => void
}) {
  const lines = menu.dishes
    .map(({ id }) => ({ dish: id, quantity: amounts[id] ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
  return (
    <div className="lab-stack">
      <div>
        <h3>{menu.restaurant.name}</h3>
        <ul className="books-menu">
          {menu.dishes.map(({ id, name, price: of }) => (
            <li key={id}>
              <span>{name}</span>
              <span className="num">{price(of)}</span>
              <AmountPicker
                name={name}
                quantity={amounts[id] ?? 0}
                most={most}
                onChange={(amount) => onAmount(id, amount)}
              />
            </li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        className="lab-press"
        disabled={busy !== null || lines.length === 0}
        onClick={() => void place({ restaurant: menu.restaurant.slug, lines })}
      >
        {busy === 'place'
          ? 'On its way'
          : placed
            ? 'Place another order'
            : 'Place order'}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <div>
        <button
          type="button"
          className="button"
          disabled={busy !== null || !placed}
          onClick={() => void read()}
        >
          Read it back with a join
        </button>
        {readRows && <Joined read={readRows} spans={joined} />}
      </div>
    </div>
  )
}

/** The statement that ran, and the rows that came back. */
function Joined({
  read: { told, traceId },
  spans,
}: {
  read: ReadBack
  spans: readonly Span[]
}) {
  const sent = spans.find(({ sql }) => sql && /inner join/i.test(sql.text))
  return (
    <div className="books-joined">
      <code className="lab-sent r-data">
        {sent?.sql?.text.replaceAll('"', '') ?? 'The trace is on its way.'}
      </code>
      <table className="books-table">
        <caption className="sr-only">The rows of the join</caption>
        <thead>
          <tr>
            <th scope="col">restaurant</th>
            <th scope="col">dish</th>
            <th scope="col" className="is-number">
              quantity
            </th>
          </tr>
        </thead>
        <tbody>
          {told.rows.map(({ restaurant, dish, quantity }) => (
            <tr key={dish}>
              <td>{restaurant}</td>
              <td>{dish}</td>
              <td className="is-number">{quantity}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="books-note">
        The names stand in no row of the order. The join followed the keys to
        them. {traceId && <a href={`/trace/${traceId}`}>Open its trace</a>}
      </p>
    </div>
  )
}
