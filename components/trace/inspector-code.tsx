import type { Inspected } from './inspected'
import { Nothing, PartHead, scrollable } from './inspector-parts'
import { Value } from './inspector-value'
import { placeOf } from './place-of'
import { shownCode, type ShownCode } from './shown-code'
import { figure } from './time-scale'
import { ancestorsOf, traceIndex } from './trace-index'
import { valuesOf } from './values-of'

/** The code that ran, what it had in hand, and who called it. */
export function CodeView(inspected: Inspected) {
  const { span, sources, isFlat } = inspected
  const shown = shownCode(span.code, sources)
  return (
    <>
      {shown ? <Source {...{ shown, isFlat }} /> : <NoSource {...inspected} />}
      <Values {...inspected} />
      <Callers {...inspected} />
    </>
  )
}

function Source({ shown, isFlat }: { shown: ShownCode; isFlat?: boolean }) {
  const { file, lines, isWhole } = shown
  return (
    <>
      <PartHead aside={rangeOf(shown)}>{file}</PartHead>
      <pre
        className={isWhole ? 'view-code is-whole' : 'view-code'}
        {...scrollable(
          `${file}, ${rangeOf(shown)}${ranOf(shown)}${isFlat ? ', laid flat' : ''}`,
        )}
      >
        {lines.map(({ number, pieces, isRun }) => (
          <span
            key={number}
            className={isRun ? 'code-line is-run' : 'code-line'}
            data-line={number}
          >
            {pieces.map(([text, kind], at) =>
              kind ? (
                <span key={at} className={`is-${kind}`}>
                  {text}
                </span>
              ) : (
                text
              ),
            )}
          </span>
        ))}
      </pre>
    </>
  )
}

function NoSource({ span }: Inspected) {
  const { code } = span
  if (code) {
    return (
      <>
        <PartHead aside={rangeOf(code)}>{code.file}</PartHead>
        <Nothing>
          <b>{code.function}</b> ran here. Its text is not kept on this page:
          the trace comes from another build, or from another program.
        </Nothing>
      </>
    )
  }
  const place = placeOf(span)
  const isOutside = place === 'browser' || place === 'network'
  return (
    <Nothing>
      {isOutside
        ? 'No line of the kitchen’s code belongs to this step: the browser did it.'
        : 'No line of source was recorded with this step.'}
    </Nothing>
  )
}

function Values({ span }: Inspected) {
  const values = valuesOf(span)
  if (values.length === 0) return null
  return (
    <>
      <PartHead>
        {span.sql ? 'Values on this line, now' : 'Values of this step'}
      </PartHead>
      <table className="view-facts">
        <tbody>
          {values.map(({ name, value, about }, at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              <td>
                <Value value={value} />
              </td>
              <td className="is-about">
                <span>{about}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Callers({ spans, span, hrefOf }: Inspected) {
  const callers = ancestorsOf(traceIndex(spans), span)
    .filter((row) => row.span.code)
    .reverse()
  if (callers.length === 0) return null
  return (
    <>
      <PartHead aside="at, in ms">Called from</PartHead>
      <ul className="view-callers">
        {callers.map(({ span: { spanId, code, name }, startMs }) => (
          <li key={spanId}>
            <a href={hrefOf(spanId)}>
              <span className="caller-line">
                {code?.file.split('/').at(-1)}:{code?.line}
              </span>
              <span className="caller-what">
                <b>{code?.function}</b> <span>{name}</span>
              </span>
              <span className="caller-at">{figure(startMs)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Which of the lines are marked, for who does not see it. */
function ranOf({ lines }: ShownCode): string {
  const ran = lines.filter(({ isRun }) => isRun)
  const [first, last] = [ran[0], ran.at(-1)]
  if (!first || !last || ran.length === lines.length) return ''
  return `, of which ${first.number} to ${last.number} ran`
}

function rangeOf({ line, endLine }: { line: number; endLine: number }): string {
  return line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`
}
