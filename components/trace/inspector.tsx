import { memo, useId } from 'react'
import type { Inspected } from './inspected'
import { CodeView } from './inspector-code'
import { DataView } from './inspector-data'
import { InspectorHead } from './inspector-head'
import { InspectorPanel, InspectorTabs } from './inspector-tabs'
import { WhyView } from './inspector-why'
import { WireView } from './inspector-wire'
import { placeOf } from './place-of'
import { surfaceOf, type InspectorView } from './inspector-views'
import './inspector-code.css'
import './whole-inspector.css'

/** One step, seen in four ways: its code, its messages, its rows, its reason. */
export function Inspector({
  view,
  onView,
  ...inspected
}: Inspected & {
  view: InspectorView
  onView: (view: InspectorView) => void
}) {
  const id = useId()
  const { span, step, title } = inspected
  const place = placeOf(span)
  const role = span.status.code === 'error' ? 'fail' : place
  return (
    <div className={`inspector ${surfaceOf(place)} r-${role}`}>
      <InspectorHead {...inspected} />
      <InspectorTabs
        id={id}
        label={step ? `Step ${step.number}` : title}
        view={view}
        spanId={span.spanId}
        onView={onView}
      />
      <InspectorPanel id={id} view={view} spanId={span.spanId}>
        <View view={view} inspected={inspected} />
      </InspectorPanel>
    </div>
  )
}

/** The moment of the replay passes here many times a second. */
const View = memo(
  function View({
    view,
    inspected,
  }: {
    view: InspectorView
    inspected: Inspected
  }) {
    if (view === 'code') return <CodeView {...inspected} />
    if (view === 'wire') return <WireView {...inspected} />
    if (view === 'data') return <DataView {...inspected} />
    return <WhyView {...inspected} />
  },
  (before, after) =>
    before.view === after.view &&
    isSame(before.inspected, after.inspected, after.view === 'wire'),
)

/** Only the messages tell what is still to come. */
function isSame(before: Inspected, after: Inspected, isTimed: boolean) {
  return (
    before.spans === after.spans &&
    before.span === after.span &&
    before.sources === after.sources &&
    before.note === after.note &&
    before.chapter?.href === after.chapter?.href &&
    before.hrefOf === after.hrefOf &&
    before.numberOf === after.numberOf &&
    (!isTimed || before.atMs === after.atMs)
  )
}
