import type { Breach, BreachOutcome } from '@/contracts/write-and-read'
import { TwoOutcomes } from '@/components/lab/two-outcomes'
import type { Tried } from './use-books'

const tries: readonly { breach: Breach; what: string; sql: string }[] = [
  {
    breach: 'line-without-order',
    what: 'A line for an order that is not there',
    sql: "INSERT INTO order_lines (order_id, …) VALUES ('ord_nobody', …)",
  },
  {
    breach: 'same-line-twice',
    what: 'The same line a second time',
    sql: "INSERT INTO order_lines (order_id, position, …) VALUES ('ord_known', 0, …)",
  },
  {
    breach: 'order-without-restaurant',
    what: 'An order without a restaurant',
    sql: "INSERT INTO orders (id, restaurant, …) VALUES ('ord_next', NULL, …)",
  },
]

/** Rows that do not belong, sent to a database that is thrown away. */
export function Breaking({
  tried,
  isBusy,
  onTry,
}: {
  tried: Tried
  isBusy: boolean
  onTry: (breaches: readonly Breach[]) => void
}) {
  const { 'negative-quantity': open, 'negative-quantity-checked': checked } =
    tried
  return (
    <section aria-labelledby="books-breaking">
      <h3 id="books-breaking">Try to break it</h3>
      <p className="books-note">
        Each row goes to a real database with the tables of this site, made for
        this one try and thrown away.
      </p>
      <ul className="books-tries">
        {tries.map(({ breach, what, sql }) => (
          <li key={breach}>
            <div>
              <b>{what}</b>
              <code>{sql}</code>
              <Told told={tried[breach]?.told} />
            </div>
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => onTry([breach])}
            >
              Try it<span className="sr-only"> with {what.toLowerCase()}</span>
            </button>
          </li>
        ))}
        <li>
          <div>
            <b>Minus two bowls</b>
            <code>INSERT INTO … (quantity) VALUES (-2)</code>
          </div>
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() =>
              onTry(['negative-quantity', 'negative-quantity-checked'])
            }
          >
            Try it in both tables
          </button>
        </li>
      </ul>
      <TwoOutcomes
        label="Minus two bowls, in a table without a rule and in one with it"
        naive={{
          title: 'order_lines, without a rule',
          isBroken: open ? !open.told.isRefused : false,
          children: <Told told={open?.told} />,
        }}
        sound={{
          title: 'with CHECK (quantity > 0)',
          children: <Told told={checked?.told} />,
        }}
      />
      <p className="books-note">
        The table of this site has no such rule: its door refuses the number
        before any SQL is written. A rule in the table would also stop a program
        that does not come through that door.
      </p>
    </section>
  )
}

function Told({ told }: { told: BreachOutcome | undefined }) {
  if (!told) return <p className="books-told">Not tried yet.</p>
  const { isRefused, message, rowsBefore, rowsAfter } = told
  return (
    <p
      className={
        isRefused ? 'books-told r-service is-told' : 'books-told r-fail is-told'
      }
    >
      <b>{isRefused ? 'Refused' : 'Taken'}</b>
      {message && <code>{message}</code>}
      <span>
        {rowsBefore} {rowsBefore === 1 ? 'row' : 'rows'} before, {rowsAfter}{' '}
        after
      </span>
    </p>
  )
}
