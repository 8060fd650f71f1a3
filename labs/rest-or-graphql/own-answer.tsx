import { withUnit } from '@/components/plot/plot-words'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { Icon } from '@/components/ui/icon'
import { grouped } from '@/components/trace/time-scale'
import type { Answered } from './send-screens'
import { statementsIn } from './verdict'

const mostShown = 900

/** What the server said to the reader’s own question. */
export function OwnAnswer({ own }: { own: Answered | null }) {
  const spans = useTraceSpans(own?.traceId ?? null)
  if (!own) return null
  const statements = statementsIn(spans)
  return (
    <section className="shape-own" aria-label="The answer to your own question">
      <h4>The answer to your own question</h4>
      {own.errors.length > 0 ? (
        <div className="notice r-fail" role="alert">
          <Icon name="fail" size={18} />
          <div>
            <b>It is not answered</b>
            {own.errors.map((error) => (
              <p key={error}>{error}</p>
            ))}
          </div>
        </div>
      ) : (
        <pre>{cut(JSON.stringify(own.data, null, 2))}</pre>
      )}
      <p className="shape-note">
        {grouped(own.sentBytes)} bytes went up, {grouped(own.bytes)} came down,
        in {withUnit(own.tookMs, 'ms')}.{' '}
        {statements > 0 &&
          `${statements === 1 ? 'One statement' : `${statements} statements`} went to the database, those that every request needs among them. `}
        {own.traceId && <a href={`/trace/${own.traceId}`}>Open the trace</a>}
      </p>
    </section>
  )
}

function cut(text: string): string {
  return text.length <= mostShown
    ? text
    : `${text.slice(0, mostShown)}\n… and ${grouped(text.length - mostShown)} characters more`
}
