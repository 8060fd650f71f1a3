import type { Span } from '@/contracts/trace'
import { LabTrace } from '@/components/lab/lab-trace'
import { TwoOutcomes } from '@/components/lab/two-outcomes'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { withUnit } from '@/components/plot/plot-words'
import { grouped } from '@/components/trace/time-scale'
import { OwnAnswer } from './own-answer'
import type { Answered } from './send-screens'
import { bytesIn, isSame, statementsIn, type Run } from './verdict'

/** The dark side: what each way took, and the trace of it. */
export function Answers({
  run,
  own,
}: {
  run: Run | null
  own: Answered | null
}) {
  const byNames = useTraceSpans(run?.names.traceId ?? null)
  const shaped = useTraceSpans(run?.shaped.traceId ?? null)
  return (
    <div className="lab-stack">
      <TwoOutcomes
        label="The same screen in two ways"
        naive={{
          title: 'By names and verbs',
          children: run ? (
            <Way
              messages={run.names.messages}
              bytes={bytesIn(run.names)}
              tookMs={run.names.tookMs}
              spans={byNames}
            />
          ) : (
            <Nothing />
          ),
        }}
        sound={{
          title: 'One question',
          children: run ? (
            <Way
              messages={[
                { asked: 'POST /api/graphql', bytes: run.shaped.bytes },
              ]}
              bytes={run.shaped.bytes}
              tookMs={run.shaped.tookMs}
              spans={shaped}
            />
          ) : (
            <Nothing />
          ),
        }}
      />
      {run && (
        <p className="shape-note">
          {isSame(run)
            ? 'Both screens are the same, to the last letter.'
            : 'The screens differ: an order moved on between the two.'}
        </p>
      )}
      <LabTrace
        traceId={run?.names.traceId ?? null}
        title="Trace: by names and verbs"
        maxRows={14}
      />
      <LabTrace
        traceId={run?.shaped.traceId ?? null}
        title="Trace: one question"
        maxRows={14}
      />
      <OwnAnswer own={own} />
    </div>
  )
}

function Nothing() {
  return <p className="shape-note">Nothing was asked yet.</p>
}

/** How many messages, bytes and statements, and how long. */
function Way({
  messages,
  bytes,
  tookMs,
  spans,
}: {
  messages: readonly { asked: string; bytes: number }[]
  bytes: number
  tookMs: number
  spans: readonly Span[]
}) {
  const statements = statementsIn(spans)
  return (
    <div className="shape-way">
      <dl>
        <div>
          <dt>requests</dt>
          <dd>{messages.length}</dd>
        </div>
        <div>
          <dt>bytes</dt>
          <dd>{grouped(bytes)}</dd>
        </div>
        <div>
          <dt>statements</dt>
          <dd>{statements === 0 ? '–' : statements}</dd>
        </div>
        <div>
          <dt>time</dt>
          <dd>{withUnit(tookMs, 'ms')}</dd>
        </div>
      </dl>
      <ul>
        {messages.map(({ asked, bytes }) => (
          <li key={asked}>
            <code>{asked}</code> <span>{grouped(bytes)} bytes</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
