import type { RaceTurn } from '@/contracts/last-portion'
import { layOutSql } from '@/components/trace/sql-text'

/** A column's width of SQL, with each value where its question mark stood. */
export function Sql({
  text,
  parameters,
}: Pick<RaceTurn, 'parameters'> & { text: string }) {
  // Of an INSERT every column of the table is named, and would fill the lane.
  const shown = text.replace(/^(insert into \S+) .*$/is, '$1 …')
  return (
    <code className="portion-sql">
      {layOutSql(shown, 30).map(({ kind, text: piece }, at) => {
        if (kind === 'break') return `\n${piece}`
        if (kind !== 'parameter') return piece
        const value = parameters[Number(piece.slice(1)) - 1] ?? 'NULL'
        return <b key={at}>{value}</b>
      })}
    </code>
  )
}
