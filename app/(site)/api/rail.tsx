import { conventions } from './conventions'
import type { Group } from './reference'

type RailProps = { groups: Group[]; hasConventions?: boolean }

/** What the page holds, in its order. */
export function Rail(props: RailProps) {
  return (
    <nav className="api-rail front" aria-label="On this page">
      <details className="api-rail-fold">
        <summary>On this page</summary>
        <RailLists {...props} />
      </details>
      <div className="api-rail-open">
        <RailLists {...props} />
      </div>
    </nav>
  )
}

function RailLists({ groups, hasConventions = false }: RailProps) {
  return (
    <>
      {hasConventions && (
        <>
          <p className="api-rail-title">
            <a href="#conventions">How it speaks</a>
          </p>
          <ul>
            {conventions.map(({ anchor, title }) => (
              <li key={anchor}>
                <a href={`#${anchor}`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {groups.map(({ anchor, name, operations }) => (
        <div key={anchor}>
          <p className="api-rail-title">
            <a href={`#${anchor}`}>{name}</a>
          </p>
          <ul>
            {operations.map((operation) => (
              <li key={operation.anchor}>
                <a href={`#${operation.anchor}`}>
                  <span className="num">{short[operation.method]}</span>
                  {operation.summary}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {hasConventions && (
        <p className="api-rail-title">
          <a href="#labs">Labs</a>
        </p>
      )}
      <p className="api-rail-title">
        <a href="#shapes">Shapes</a>
      </p>
    </>
  )
}

/** All of one width, so that the summaries line up. */
const short: Record<string, string> = {
  GET: 'GET',
  POST: 'POST',
  PATCH: 'PATCH',
  PUT: 'PUT',
  DELETE: 'DEL',
}
