import type { IndexRun } from '@/contracts/index-lab'
import { LabTrace } from '@/components/lab/lab-trace'
import { Histogram } from '@/components/plot/histogram'
import { spreadOf } from '@/components/plot/bins'
import { withUnit } from '@/components/plot/plot-words'
import { planLines } from '@/components/trace/query-plan'
import { readingInWords } from './verdict'

/** The dark side: how the database looked, and how long each run took. */
export function Looking({
  run,
  traceId,
}: {
  run: IndexRun | null
  traceId: string | null
}) {
  const count = run && run.without.timesMs.length + run.with.timesMs.length
  const slowest = run && spreadOf(run.without.timesMs)?.most
  return (
    <div className="lab-stack">
      <Plans run={run} />
      <Histogram
        title="How long each run took"
        note={count ? `${count} runs, log scale` : 'log scale'}
        series={[
          { name: 'with the index', values: run?.with.timesMs ?? [] },
          { name: 'without', values: run?.without.timesMs ?? [] },
        ]}
        unit="ms"
        scale="log"
        reach={[0.1, 10]}
        bins={36}
        aside={slowest ? `slowest without: ${withUnit(slowest, 'ms')}` : null}
      />
      <LabTrace
        traceId={traceId}
        title="Trace of the newest press"
        maxRows={16}
      />
    </div>
  )
}

function Plans({ run }: { run: IndexRun | null }) {
  const reading = run && readingInWords(run)
  return (
    <div>
      <div className="index-head">
        <h4>The plan of the database</h4>
        <span className="micro">explain query plan</span>
      </div>
      <p className="index-question">
        {run?.question ?? 'It tells how it will look before it looks.'}
      </p>
      <ul className="index-plans">
        <Plan
          name="Without the index"
          plan={run?.without.plan}
          reading={reading?.without}
        />
        <Plan
          name="With the index"
          plan={run?.with.plan}
          reading={reading?.with}
          isLit
        />
      </ul>
      {run && (
        <p className="index-proof">
          The plan proves these numbers: a SCAN of a table reads every row of
          it, and an index search for one value reads the rows that have it.
        </p>
      )}
    </div>
  )
}

function Plan({
  name,
  plan = [],
  reading,
  isLit = false,
}: {
  name: string
  plan?: readonly string[]
  reading?: string
  isLit?: boolean
}) {
  const isIdle = plan.length === 0
  return (
    <li
      className={[
        'index-plan',
        isIdle ? 'is-idle' : '',
        isLit && !isIdle ? 'is-lit r-data' : '',
      ].join(' ')}
    >
      <span className="micro">{name}</span>
      {isIdle ? (
        <code>not asked yet</code>
      ) : (
        planLines(plan).map(({ verb, rest }) => (
          <code key={verb + rest}>
            <b>{verb}</b> {rest}
          </code>
        ))
      )}
      {reading && <span className="index-reads">{reading}</span>}
    </li>
  )
}
