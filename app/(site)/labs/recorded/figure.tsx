import type { RecordedTrace } from '@/contracts/lab-recordings'
import { duration, figure } from '@/components/trace/time-scale'
import { Waterfall } from '@/components/trace/waterfall'
import { DemoLabel } from '@/components/ui/demo-label'
import type { LabName } from '@/labs/labs'
import { chartOfRecorded, countOf } from './chart'
import { recordingOf } from './recordings'

/** A recorded run of a lab as a figure of the book: nothing in it is pressed. */
export function RecordedFigure({ lab }: { lab: LabName }) {
  const recording = recordingOf(lab)
  if (!recording)
    return (
      <p className="recorded-none front">
        The buttons of this lab need JavaScript. Without it you see the lab at
        rest, and its story in the words around it.
      </p>
    )
  const { recordedAt, version, pressed, beside, outcome, traces } = recording
  return (
    <figure className="recorded">
      <figcaption className="recorded-head front">
        <DemoLabel kind="recorded" />
        <p>
          Recorded on {dateOf(recordedAt)}, version {version}: {pressed}
        </p>
      </figcaption>
      {traces.map((trace) => (
        <Traced key={trace.title} trace={trace} />
      ))}
      <div className="recorded-outcome front">
        <p>
          <b>What came of it</b>
        </p>
        <Outcome sentences={outcome} />
        {beside && <p className="recorded-beside">{beside}</p>}
      </div>
    </figure>
  )
}

function Outcome({ sentences }: { sentences: readonly string[] }) {
  const [only, ...others] = sentences
  if (others.length === 0) return <p>{only}</p>
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** The timeline of a trace; and its steps in sentences, which tell it whole. */
function Traced({ trace }: { trace: RecordedTrace }) {
  const { title, rows } = trace
  return (
    <div className="recorded-trace back">
      <p className="recorded-title">
        <b>{title}</b>
        <span className="num">{duration(lengthOf(trace))}</span>
      </p>
      <Waterfall chart={chartOfRecorded(trace)} label={null} />
      <ol className="recorded-steps" aria-label={`${title}, step by step`}>
        {rows.map(({ told, startMs, endMs, name }, at) => (
          <li key={at}>
            {told}
            {countOf(name) > 1 && ` ${countOf(name)} times.`}{' '}
            <span className="num">
              at {figure(startMs)}, for {duration(endMs - startMs)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function lengthOf({ rows }: RecordedTrace): number {
  return Math.max(...rows.map(({ endMs }) => endMs))
}

const date = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeZone: 'UTC',
})

function dateOf(iso: string): string {
  return date.format(new Date(iso))
}
