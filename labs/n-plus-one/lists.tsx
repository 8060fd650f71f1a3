import type { Span } from '@/contracts/trace'
import { LabTrace } from '@/components/lab/lab-trace'
import { TwoOutcomes } from '@/components/lab/two-outcomes'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { figureOf } from '@/components/plot/plot-words'
import { traceIndex } from '@/components/trace/trace-index'
import { counted, farInWords, isSame, statementsIn, type Run } from './verdict'

/** The dark side: what each way sent, what it took, and the trace of it. */
export function Lists({
  run,
  spans,
}: {
  run: Run | null
  /** Of the trace of the naive way. */
  spans: readonly Span[]
}) {
  const other = useTraceSpans(run?.sound.traceId ?? null)
  const untilMs = Math.max(lengthOf(spans), lengthOf(other))
  return (
    <div className="lab-stack">
      <TwoOutcomes
        label="The same list in two ways"
        naive={{
          title: 'One by one',
          children: (
            <Way
              listed={run?.naive ?? null}
              sent={statementsIn(spans, 'one-by-one')}
            />
          ),
        }}
        sound={{
          title: 'With one join',
          children: (
            <Way
              listed={run?.sound ?? null}
              sent={statementsIn(other, 'joined')}
            />
          ),
        }}
      />
      {run && (
        <p className="plus-note">
          {isSame(run)
            ? 'Both lists are the same, to the last line.'
            : 'The two lists differ.'}{' '}
          In between: {farInWords(run.delayMs)}.
        </p>
      )}
      <LabTrace
        traceId={run?.naive.traceId ?? null}
        title="Trace: one by one"
        maxRows={12}
        untilMs={untilMs || undefined}
      />
      <LabTrace
        traceId={run?.sound.traceId ?? null}
        title="Trace: with one join"
        maxRows={12}
        untilMs={untilMs || undefined}
      />
    </div>
  )
}

function lengthOf(spans: readonly Span[]): number {
  return Math.max(
    0,
    ...traceIndex(spans).rows.map(({ startMs, endMs }) => endMs ?? startMs),
  )
}

/** How many statements, how long, and their texts: each text once. */
function Way({
  listed,
  sent,
}: {
  listed: Run['naive'] | null
  sent: readonly Span[]
}) {
  if (!listed) return <p className="plus-note">Nothing was sent yet.</p>
  const { statements, tookMs } = listed.told
  const texts = new Map<string, number>()
  for (const { sql } of sent)
    if (sql) texts.set(sql.text, (texts.get(sql.text) ?? 0) + 1)
  return (
    <div className="plus-way">
      <p className="plus-figure">
        <b>{figureOf(tookMs)}</b> ms
        <span>{counted(statements)}</span>
      </p>
      <ul className="plus-sql r-data">
        {[...texts].map(([text, times]) => (
          <li key={text}>
            {times > 1 && <b>{times} times </b>}
            <code>{text.replaceAll('"', '')}</code>
          </li>
        ))}
        {sent.length === 0 && <li>The trace is on its way.</li>}
      </ul>
    </div>
  )
}
