import Link from 'next/link'
import { statusNames } from '@/components/delivery/order-progress'
import { medianOf } from '@/components/plot/median'
import {
  delaysOf,
  figuresOf,
  nothingYet,
  wayNames,
  worstOf,
  type WayName,
  type WayRecord,
} from './figures'
import type { RunState } from './run'
import { explained, milliseconds, requestOf, titles, whole } from './words'

/** The three ways side by side, each with what it shows and what it cost. */
export function Columns({
  state,
  everyMs,
}: {
  state: RunState | null
  everyMs: number
}) {
  return (
    <div className="front push-columns">
      {wayNames.map((name) => (
        <Column
          key={name}
          name={name}
          record={state?.ways[name] ?? nothingYet}
          state={state}
          everyMs={everyMs}
        />
      ))}
    </div>
  )
}

function Column({
  name,
  record,
  state,
  everyMs,
}: {
  name: WayName
  record: WayRecord
  state: RunState | null
  everyMs: number
}) {
  const last = record.heard.at(-1)
  const shown = last ? statusNames[last.status] : state ? 'Placed' : '–'
  return (
    <section className={state ? '' : 'is-idle'} aria-label={titles[name]}>
      <h2>{titles[name]}</h2>
      <p className="push-explained">{explained[name]}</p>
      <p className="micro push-request">
        {requestOf[name]}
        {name === 'polling' && ` every ${everyMs / 1000} s`}
      </p>
      <p className="push-shown">
        <span className="micro">This screen says</span>
        <b>{shown}</b>
      </p>
      <Figures record={record} isIdle={!state} />
      <p className="push-trace">
        {name === 'events' ? (
          'An open stream keeps no trace of its own.'
        ) : state?.phase === 'over' && record.asked.length > 0 ? (
          <Link href={`/trace/${state.traceIds[name]}`} prefetch={false}>
            Open their trace: as many requests as one trace holds
          </Link>
        ) : (
          'Its requests become one trace.'
        )}
      </p>
    </section>
  )
}

function Figures({ record, isIdle }: { record: WayRecord; isIdle: boolean }) {
  const { requests, inVain, headBytes, bodyBytes } = figuresOf(record)
  const delays = delaysOf(record)
  const rows = [
    ['Requests sent', whole(requests), 'requests'],
    ['answered with nothing new', whole(inVain), 'in-vain'],
    ['Bytes received', whole(headBytes + bodyBytes), 'bytes'],
    ['of them in heads', whole(headBytes), 'heads'],
    ['Delay, median', milliseconds(medianOf(delays)), 'median'],
    ['Delay, worst', milliseconds(worstOf(delays)), 'worst'],
  ] as const
  return (
    <dl className="push-figures">
      {rows.map(([label, value, figure]) => (
        <div key={figure} className={/^[a-z]/.test(label) ? 'is-part' : ''}>
          <dt>{label}</dt>
          <dd className="num" data-figure={figure}>
            {isIdle ? '–' : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
