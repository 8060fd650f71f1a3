import { ResultTable } from '@/components/lab/result-table'
import type { PostgresOutcome } from './postgres'
import { longestRunMs, type PostgresRefusal } from './postgres-news'

/** What PostgreSQL said: rows, a refusal with its reason, or nothing in time. */
export function PostgresAnswer({
  outcome,
  sql,
}: {
  outcome: PostgresOutcome
  sql: string
}) {
  if (outcome.kind === 'refused')
    return <Refusal refusal={outcome.refusal} sql={sql} />
  if (outcome.kind === 'ended')
    return (
      <p className="cab-said is-bad r-fail">
        Ended after {longestRunMs / 1000} s, and its thread with it. PostgreSQL
        is started anew, empty. Only this tab has noticed.
      </p>
    )
  return (
    <div className="cab-results">
      {outcome.results.map(({ columns, rows, hasMore, changed }, at) =>
        columns.length === 0 ? (
          <p key={at} className="cab-note">
            {changed ? `${changed} rows written.` : 'Done.'}
          </p>
        ) : (
          <div key={at}>
            <ResultTable columns={columns} rows={rows} />
            <p className="cab-note">
              {rows.length} {rows.length === 1 ? 'row' : 'rows'}
              {hasMore ? ' shown; there are more' : ''}
            </p>
          </div>
        ),
      )}
      <p className="cab-note">{outcome.ms.toFixed(1)} ms in this tab</p>
    </div>
  )
}

function Refusal({ refusal, sql }: { refusal: PostgresRefusal; sql: string }) {
  const { message, code, detail, hint, position } = refusal
  return (
    <div className="cab-said is-bad r-fail">
      <p>
        <b>{message}</b>
      </p>
      {position !== null && <Place sql={sql} position={position} />}
      {detail && <p>{detail}</p>}
      {hint && <p>{hint}</p>}
      {code && <p className="cab-note">PostgreSQL’s code for it: {code}</p>}
    </div>
  )
}

/** The line that it stopped in, with the place marked. */
function Place({ sql, position }: { sql: string; position: number }) {
  const before = sql.slice(0, position - 1)
  const start = before.lastIndexOf('\n') + 1
  const [line = ''] = sql.slice(start).split('\n')
  const at = position - 1 - start
  const [word = ''] = /^\w+|^./.exec(line.slice(at)) ?? []
  return (
    <p>
      <span className="cab-note">
        Line {before.split('\n').length}, character {at + 1}:
      </span>{' '}
      <code>
        {line.slice(0, at)}
        <mark>{word}</mark>
        {line.slice(at + word.length)}
      </code>
    </p>
  )
}
