import { useId } from 'react'
import type { Inspected } from './inspected'
import { CodeView } from './inspector-code'
import { DataView } from './inspector-data'
import { InspectorHead } from './inspector-head'
import { InspectorPanel, InspectorTabs } from './inspector-tabs'
import { WhyView } from './inspector-why'
import { WireView } from './inspector-wire'
import { placeOf } from './place-of'
import { surfaceOf, type InspectorView } from './inspector-views'
import './inspector.css'
import './inspector-code.css'
import './inspector-data.css'
import './whole-ticket.css'

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
    <section
      className={`inspector ${surfaceOf(place)} r-${role}`}
      aria-label="Inspector"
    >
      <InspectorHead {...inspected} />
      <InspectorTabs
        id={id}
        label={step ? `Step ${step.number}` : title}
        view={view}
        onView={onView}
      />
      <InspectorPanel id={id} view={view} spanId={span.spanId}>
        <View view={view} inspected={inspected} />
      </InspectorPanel>
    </section>
  )
}

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
}
