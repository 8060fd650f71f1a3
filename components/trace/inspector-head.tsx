import { Icon } from '../ui/icon'
import { faultTitle } from './fault-words'
import type { Inspected } from './inspected'
import { placeNames, placeOf } from './place-of'
import { duration, figure } from './time-scale'
import { traceIndex } from './trace-index'

/** Where the step ran, what it is called, and when it was. */
export function InspectorHead({ spans, span, title }: Inspected) {
  const place = placeOf(span)
  const isFailed = span.status.code === 'error'
  const { message } = span.status
  const fault = faultTitle(span)
  return (
    <header className="inspector-head">
      <p className="inspector-place">
        <span className={`chip r-${place}`}>
          <Icon name={place} size={13} />
          {placeNames[place]}
        </span>
        {isFailed && (
          <span className="chip r-fail">
            <Icon name="fail" size={13} />
            failed
          </span>
        )}
        {fault && (
          <span className="chip chip-fault r-fail">fault: {fault}</span>
        )}
        <span className="micro">{span.name}</span>
      </p>
      <h3>{title}</h3>
      <Times spans={spans} span={span} />
      {isFailed && message && !title.includes(message) && (
        <p className="inspector-failure">It failed: {message}</p>
      )}
    </header>
  )
}

function Times({ spans, span }: Pick<Inspected, 'spans' | 'span'>) {
  const index = traceIndex(spans)
  const row = index.byId.get(span.spanId)
  if (!row) return null
  const { startMs, endMs } = row
  const tookMs = endMs === null ? null : endMs - startMs
  return (
    <dl className="inspector-times">
      <div>
        <dt>starts</dt>
        <dd>{figure(startMs)}</dd>
      </div>
      {endMs !== null && (
        <div>
          <dt>ends</dt>
          <dd>{figure(endMs)}</dd>
        </div>
      )}
      {tookMs !== null && (
        <div>
          <dt>took</dt>
          <dd className="is-took">{duration(tookMs)}</dd>
        </div>
      )}
      {tookMs !== null && index.endMs > 0 && (
        <div>
          <dt>of the whole</dt>
          <dd>{percent(tookMs / index.endMs)}</dd>
        </div>
      )}
    </dl>
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.0995 ? 1 : 0)} %`
}
