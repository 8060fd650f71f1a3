import type { ComponentType } from 'react'
import type { Inspected } from './inspected'
import { CodeView } from './inspector-code'
import { DataView } from './inspector-data'
import { InspectorHead } from './inspector-head'
import { inspectorViews, surfaceOf, viewTitles } from './inspector-views'
import { WhyView } from './inspector-why'
import { WireView } from './inspector-wire'
import { placeOf } from './place-of'
import { PrintButton } from './print-button'
import './inspector-code.css'
import './whole-inspector.css'

const views: Record<
  (typeof inspectorViews)[number],
  ComponentType<Inspected>
> = {
  code: CodeView,
  wire: WireView,
  data: DataView,
  why: WhyView,
}

/** The four views of a step side by side. It needs no scripts. */
export function LaidFlat(inspected: Inspected) {
  const { span, step } = inspected
  const place = placeOf(span)
  const role = span.status.code === 'error' ? 'fail' : place
  const id = `flat-${span.spanId}`
  return (
    <section
      className={`laid-flat ${surfaceOf(place)} r-${role}`}
      id={id}
      aria-labelledby={`${id}-title`}
    >
      <div className="laid-flat-head">
        <div>
          <h2 id={`${id}-title`}>
            {step ? `Step ${step.number}, laid flat` : 'Laid flat'}
          </h2>
          <p className="laid-flat-about">
            The same four views side by side, for print, for reading without
            scripts, and for comparing.
          </p>
        </div>
        <PrintButton />
      </div>
      <div className="laid-flat-step">
        <InspectorHead {...inspected} />
      </div>
      <div className="laid-flat-views">
        {inspectorViews.map((view) => {
          const View = views[view]
          return (
            <section key={view} className={`laid-flat-view is-${view}`}>
              <h3>{viewTitles[view]}</h3>
              <View {...inspected} isFlat />
            </section>
          )
        })}
      </div>
    </section>
  )
}
