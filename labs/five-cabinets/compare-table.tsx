import { cabinets } from './cabinets'

/** The five side by side, with where the facts are from. */
export function CompareTable() {
  return (
    <div className="cab-compare">
      <h3>Side by side</h3>
      <ul>
        {cabinets.map(({ name, title, keeps, live, goodAt, source }) => (
          <li key={name}>
            <h4>{title}</h4>
            <dl>
              <dt>Keeps an order as</dt>
              <dd>{keeps}</dd>
              <dt>Live update</dt>
              <dd>{live}</dd>
              <dt>Good at</dt>
              <dd>{goodAt}</dd>
              <dt>Read</dt>
              <dd>{source}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </div>
  )
}
