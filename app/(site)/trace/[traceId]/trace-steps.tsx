import type { SourceRegion, Trace } from '@/contracts/trace'
import { correctClockSkew } from '@/components/trace/clock-skew'
import { TraceStep } from './trace-step'
import { stretchesOf } from './steps-of'

/** Every step laid flat, each on the side where it ran. */
export function TraceSteps({
  trace,
  sources,
}: {
  trace: Trace
  sources: Record<string, SourceRegion>
}) {
  const { spans } = correctClockSkew(trace.spans)
  return (
    <section aria-labelledby="steps-title">
      {stretchesOf(spans).map(({ side, steps }, index) => (
        <div key={steps[0]?.span.spanId}>
          <div className="trace-seam caps" aria-hidden="true">
            The pass
          </div>
          <div className={`trace-steps ${side}`}>
            {index === 0 && <h2 id="steps-title">Every step, laid flat</h2>}
            {steps.map((step) => (
              <TraceStep key={step.span.spanId} step={step} sources={sources} />
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}
