import type { SqlStatement } from '@/contracts/trace'
import type { Inspected } from './inspected'
import { FateNote } from './inspector-fate'
import { Nothing, numberOf, PartHead, scrollable } from './inspector-parts'
import { Diff, Rows } from './inspector-rows'
import { Tables } from './inspector-tables'
import { Value } from './inspector-value'
import { planLines } from './query-plan'
import { changedTables, columnsOf } from './row-changes'
import { inTime } from './span-rows'
import { layOutSql } from './sql-text'
import { counted, statementOf } from './statement'
import { changesOf } from './statement-rows'
import { duration, figure } from './time-scale'
import { descendantsOf, traceIndex } from './trace-index'
import { parametersOf, typeOf } from './values-of'

/** The statement, its rows before and after, and the tables at this step. */
export function DataView(inspected: Inspected) {
  const statement = statementOf(inspected.span)
  return (
    <>
      {statement ? (
        <Statement statement={statement} inspected={inspected} />
      ) : (
        <NoStatement {...inspected} />
      )}
      <Tables {...inspected} />
    </>
  )
}

function Statement({
  statement,
  inspected,
}: {
  statement: SqlStatement
  inspected: Inspected
}) {
  return (
    <>
      <PartHead aside={aboutOf(statement, inspected)}>Statement</PartHead>
      <Sql text={statement.text} />
      <Parameters statement={statement} />
      <Returned statement={statement} />
      <Changes {...inspected} />
      {statement.changesLeftOut ? (
        <p className="view-note">
          {counted(statement.changesLeftOut, 'more change')} of this statement
          {statement.changesLeftOut === 1 ? ' is' : ' are'} not kept: a trace
          holds only so many.
        </p>
      ) : null}
      <Plan plan={statement.plan ?? []} />
      <FateNote {...inspected} />
    </>
  )
}

/** A table the statement does not name was changed by the database itself. */
function Changes({ span }: Inspected) {
  const named = String(span.attributes['db.collection.name'])
  const tables = changedTables(changesOf(span), named)
  const isNamed = tables[0]?.name === named
  return tables.map((table) => (
    <Diff
      key={table.name}
      table={table}
      isByDatabase={isNamed && table.name !== named}
    />
  ))
}

function aboutOf(
  { rowsReturned, rowsAffected }: SqlStatement,
  { spans, span }: Inspected,
): string {
  const row = traceIndex(spans).byId.get(span.spanId)
  const system = span.attributes['db.system.name']
  const rows = rowsReturned ?? rowsAffected
  return [
    system === 'sqlite' ? 'libSQL' : String(system ?? 'SQL'),
    ...(row && row.endMs !== null ? [duration(row.endMs - row.startMs)] : []),
    ...(rows === null ? [] : [counted(rows, 'row')]),
  ].join(', ')
}

function Sql({ text }: { text: string }) {
  return (
    <pre className="view-sql" {...scrollable('Statement, laid out')}>
      {layOutSql(text).map(({ kind, text }, at) => {
        if (kind === 'break') return `\n${text}`
        if (kind === 'keyword') return <b key={at}>{text}</b>
        if (kind === 'parameter') {
          return (
            <span key={at} className="is-parameter">
              {text}
            </span>
          )
        }
        return text
      })}
    </pre>
  )
}

function Parameters({ statement }: { statement: SqlStatement }) {
  const parameters = parametersOf(statement)
  if (parameters.length === 0) return null
  return (
    <table className="view-facts is-parameters" aria-label="Parameters">
      <tbody>
        {parameters.map(({ number, column, value }) => (
          <tr key={number}>
            <th scope="row">?{number}</th>
            <td>
              <Value value={value} />
            </td>
            <td className="is-about">
              {column && <span>{column}</span>} <span>{typeOf(value)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Returned({
  statement: { rows = [], rowsReturned },
}: {
  statement: SqlStatement
}) {
  if (rowsReturned === null) return null
  const count = counted(rowsReturned, 'row')
  if (rowsReturned === 0) {
    return <p className="view-note">It found no row.</p>
  }
  if (rows.length === 0) {
    return (
      <p className="view-note">
        It returned {count}, whose values were not recorded.
      </p>
    )
  }
  const aside =
    rows.length < rowsReturned ? `the first ${rows.length} of ${count}` : count
  return (
    <>
      <PartHead aside={aside}>Rows returned</PartHead>
      <Rows label="Rows returned" columns={columnsOf(rows)} rows={rows} />
    </>
  )
}

function Plan({ plan }: { plan: readonly string[] }) {
  if (plan.length === 0) return null
  const lines = planLines(plan)
  return (
    <>
      <PartHead>Query plan</PartHead>
      <ol className="view-plan">
        {lines.map(({ verb, rest, depth }, at) => (
          <li key={at} style={{ marginLeft: `${depth * 14}px` }}>
            <b>{verb}</b> {rest}
          </li>
        ))}
      </ol>
      {lines.some(({ meaning }) => meaning) && (
        <p className="view-note">
          {lines.flatMap(({ meaning }) => meaning ?? []).join(' ')}
        </p>
      )}
    </>
  )
}

/** A step without a statement may still contain some. */
function NoStatement(inspected: Inspected) {
  const { spans, span } = inspected
  const inside = inTime(
    descendantsOf(traceIndex(spans), span).filter((row) =>
      statementOf(row.span),
    ),
  )
  if (inside.length === 0) {
    return <Nothing>This step asks the database for nothing.</Nothing>
  }
  return (
    <>
      <Nothing>
        This step is no statement itself. Within it the database is asked{' '}
        {inside.length === 1 ? 'once' : `${inside.length} times`}.
      </Nothing>
      <ol className="view-callers">
        {inside.map(({ span: { spanId, name }, startMs }) => (
          <li key={spanId}>
            <a href={inspected.hrefOf(spanId)}>
              <span className="caller-number">
                {numberOf(inspected, spanId)}
              </span>
              <span className="caller-what">
                <b>{name}</b>
              </span>
              <span className="caller-at">{figure(startMs)}</span>
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}
