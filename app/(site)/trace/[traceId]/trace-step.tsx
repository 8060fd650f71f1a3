import { placeNames } from '@/components/trace/place-of'
import { sentenceOf } from '@/components/trace/story'
import { duration } from '@/components/trace/time-scale'
import { Icon } from '@/components/ui/icon'
import type { CodeRegion, SourceRegion } from '@/contracts/trace'
import { linesOf, rowsInWords, statementOf, type Step } from './steps-of'
import { WireDetails } from './wire-details'

/** One step: what it means, when it ran, and what it ran. */
export function TraceStep({
  step,
  sources,
}: {
  step: Step
  sources: Record<string, SourceRegion>
}) {
  const { span, place, number, startMs, endMs } = step
  const isFailed = span.status.code === 'error'
  return (
    <article
      className={`trace-step r-${isFailed ? 'fail' : place}`}
      id={`step-${span.spanId}`}
      aria-labelledby={`title-${span.spanId}`}
    >
      <div className="trace-step-words">
        <p className="trace-step-place">
          <span className="num">{number}</span>
          <span className="chip">
            <Icon name={isFailed ? 'fail' : place} size={13} />
            {isFailed ? `${placeNames[place]}, failed` : placeNames[place]}
          </span>
          <span className="micro">{span.name}</span>
        </p>
        <h3 id={`title-${span.spanId}`}>{sentenceOf(span)}</h3>
        <p className="trace-step-times">
          starts <b>{duration(startMs)}</b>
          {endMs !== null && (
            <>
              {' '}
              took <b>{duration(endMs - startMs)}</b>
            </>
          )}
        </p>
      </div>
      <div className="trace-step-work">
        {span.code && <Code code={span.code} sources={sources} />}
        <Sql step={step} />
        {span.wire && <WireDetails wire={span.wire} />}
        <Attributes step={step} />
      </div>
    </article>
  )
}

/** The function that ran, where anybody still has its text. */
function Code({
  code,
  sources,
}: {
  code: CodeRegion
  sources: Record<string, SourceRegion>
}) {
  const whole = code.within ? sources[code.within] : undefined
  const source = whole ?? sources[code.hash]
  const first = (whole && code.withinLine) ?? code.line
  const title = (
    <>
      <b>{code.function}</b> in {code.file}, {rangeOf(code)}
    </>
  )
  if (!source) return <p className="trace-code">{title}</p>
  return (
    <details className="trace-code">
      <summary>{title}</summary>
      <pre>
        {linesOf(textOf(source)).map((line, index) => (
          <span key={index} data-line={first + index}>
            {line}
          </span>
        ))}
      </pre>
    </details>
  )
}

function textOf({ lines }: SourceRegion): string {
  return lines.map((line) => line.map(([text]) => text).join('')).join('\n')
}

function Sql({ step: { span } }: { step: Step }) {
  const statement = statementOf(span)
  if (!statement) return null
  const { text, parameters } = statement
  const rows = rowsInWords(statement)
  return (
    <div className="trace-sql">
      <pre>{text}</pre>
      {parameters.length > 0 && (
        <ol aria-label="Parameters">
          {parameters.map((value, index) => (
            <li key={index}>
              <Parameter text={JSON.stringify(value)} />
            </li>
          ))}
        </ol>
      )}
      {rows && <p>{rows}</p>}
    </div>
  )
}

/** A reply that is kept for a repeat is long: its beginning, then all of it. */
function Parameter({ text }: { text: string }) {
  if (text.length <= longestParameter) return <code>{text}</code>
  return (
    <details>
      <summary>
        <code>{text.slice(0, 60)}…</code> ({text.length} characters)
      </summary>
      <code>{text}</code>
    </details>
  )
}

const longestParameter = 120

/** What else was recorded, where there is neither code nor SQL to show. */
function Attributes({ step: { span } }: { step: Step }) {
  const entries = Object.entries(span.attributes)
  if (span.code || span.wire || statementOf(span) || entries.length === 0)
    return null
  return (
    <dl className="trace-attributes">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function rangeOf({ line, endLine }: { line: number; endLine: number }): string {
  return line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`
}
