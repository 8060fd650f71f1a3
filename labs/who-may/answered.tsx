import { CodeThatRan } from '@/components/lab/code-that-ran'
import { SpansOfTrace } from '@/components/lab/lab-trace'
import { scrollable } from '@/components/trace/inspector-parts'
import type { Cell } from './ask-as'
import { decisionIn, isDecisive } from './deciding'
import { useCellSpans } from './use-cell-spans'
import { placeOf } from './use-table'
import { reasonOf } from './verdict'
import { callerWords, type CellKey } from './words'

/** One cell of the table: what was asked and answered, and what decided. */
export function Answered({
  shown,
  cell,
  strangersToken,
}: {
  shown: CellKey | null
  cell: Cell | null
  strangersToken: string | null
}) {
  if (!shown || !cell)
    return (
      <p className="lab-trace-rest">
        An answer will stand here, with the line that allowed or refused it.
        Press one cell, or have all of them filled.
      </p>
    )
  const { route, caller } = placeOf(shown)
  const token = caller === 'stranger' ? strangersToken : null
  return (
    <div className="lab-stack">
      <div>
        <h3>
          {callerWords[caller].name}: {route.title.toLowerCase()}
        </h3>
        <p className="lab-note">{reasonOf(shown, cell)}</p>
      </div>
      <Messages cell={cell} />
      <Decided key={cell.traceId} cell={cell} token={token} />
    </div>
  )
}

function Messages({ cell }: { cell: Cell }) {
  const { status, reason, problem, asked, body } = cell
  const place = status >= 400 ? 'r-fail' : 'r-service'
  return (
    <div className="may-messages">
      <pre className="may-wire r-network" {...scrollable('The request')}>
        {asked.join('\n')}
      </pre>
      <pre className={`may-wire ${place}`} {...scrollable('The answer')}>
        <b>
          {status} {reason}
        </b>
        {problem && `\ntype: ${problem}`}
        {'\n\n'}
        {body}
      </pre>
    </div>
  )
}

function Decided({ cell, token }: { cell: Cell; token: string | null }) {
  const { traceId } = cell
  const spans = useCellSpans(traceId, token)
  const decision = decisionIn(spans)
  const isRefused = cell.status >= 400
  return (
    <>
      {decision && (
        <div
          className={isRefused ? 'may-decided r-fail' : 'may-decided r-auth'}
        >
          <h4>
            {isRefused ? 'Refused' : 'Allowed'} in the step “{decision.step}”
          </h4>
          <CodeThatRan
            code={decision.code}
            isDecisive={(line) => isDecisive(decision.step, line)}
          />
          {decision.sql && (
            <p className="may-sql r-data">
              Whose rows it sees stands in the statement: <q>{decision.sql}</q>
            </p>
          )}
        </div>
      )}
      <SpansOfTrace
        traceId={traceId}
        spans={spans}
        title="What this request did"
        maxRows={9}
        isOthers={token !== null}
      />
      {token !== null && (
        <p className="lab-note">
          This trace lies in the stranger’s sandbox, so your own cookie does not
          open it: the page has read it with the stranger’s token.
        </p>
      )}
    </>
  )
}
