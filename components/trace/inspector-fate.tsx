import { decidedBy, fateOf } from './fate'
import type { Inspected } from './inspected'
import { StepLink } from './inspector-parts'
import { changedTables } from './row-changes'
import { counted } from './statement'
import { changesOf } from './statement-rows'

/** From when on others see what changed here. */
export function FateNote(inspected: Inspected) {
  const { spans, span } = inspected
  const fate = fateOf(spans, span)
  const decides = fate.kind === 'commits' || fate.kind === 'takes back'
  const changes = decides
    ? decidedBy(spans, span).flatMap((statement) => [...changesOf(statement)])
    : changesOf(span)
  if (changes.length === 0) return null
  if (fate.kind === 'commits' || fate.kind === 'takes back') {
    const tables = changedTables(changes)
    const rows = tables.reduce((sum, { changes }) => sum + changes.length, 0)
    const many = `${counted(rows, 'row')} in ${counted(tables.length, 'table')}`
    return (
      <p className="view-note">
        {fate.kind === 'commits'
          ? `From here on everybody sees it: ${many}, all at once.`
          : `All of it is taken back: ${many}, as if nothing had happened.`}
      </p>
    )
  }
  if (fate.kind === 'at once') {
    return (
      <p className="view-note">
        No transaction is open, so it counts at once and for everybody.
      </p>
    )
  }
  if (fate.kind === 'not known') {
    return (
      <p className="view-note">
        Not visible to anyone else yet. Whether it counted later was not
        recorded.
      </p>
    )
  }
  const at = fate.at && (
    <StepLink inspected={inspected} spanId={fate.at.spanId} />
  )
  return (
    <p className="view-note">
      Not visible to anyone else yet.{' '}
      {fate.kind === 'counts later' ? (
        <>
          The change counts {at ? <>from {at}</> : 'when the transaction ends'}.
        </>
      ) : (
        <>
          It never will be: it is taken back{' '}
          {at ? <>at {at}</> : 'when the transaction ends'}.
        </>
      )}
    </p>
  )
}
