import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { figure } from '@/components/trace/time-scale'
import { pedalNames, pedals } from './pedals'
import { stationNames, stations, type Skeleton, type Station } from './skeleton'
import type { Runs, Skeletons } from './use-engine'

/** In whose hands a request is at a station; its colour says so too. */
const roles: Record<Station, string> = {
  receive: 'r-network',
  who: 'r-auth',
  read: 'r-server',
  decide: 'r-server',
  write: 'r-data',
  answer: 'r-network',
}

/** Three traces, laid side by side at the same six stations. */
export function SkeletonTable({
  runs,
  skeletons,
}: {
  runs: Runs
  skeletons: Skeletons
}) {
  return (
    <table className="engine-table">
      <caption className="sr-only">
        How long each request was at each station, in milliseconds
      </caption>
      <thead>
        <tr>
          <th scope="col">Station</th>
          {pedals.map((pedal) => (
            <th key={pedal} scope="col">
              {pedalNames[pedal]}
              {runs[pedal]?.traceId && (
                <Link href={`/trace/${runs[pedal].traceId}`} prefetch={false}>
                  Trace<span className="sr-only"> of {pedalNames[pedal]}</span>
                </Link>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stations.map((station) => (
          <tr key={station} className={roles[station]}>
            <th scope="row">{stationNames[station]}</th>
            {pedals.map((pedal) => (
              <Cell
                key={pedal}
                station={station}
                skeleton={skeletons[pedal] ?? null}
              />
            ))}
          </tr>
        ))}
        <tr className="engine-total">
          <th scope="row">In all</th>
          {pedals.map((pedal) => {
            const skeleton = skeletons[pedal]
            return (
              <td key={pedal}>
                <b>{skeleton ? `${figure(skeleton.totalMs)} ms` : '–'}</b>
              </td>
            )
          })}
        </tr>
      </tbody>
    </table>
  )
}

function Cell({
  station,
  skeleton,
}: {
  station: Station
  skeleton: Skeleton | null
}) {
  if (!skeleton) return <td className="is-dark">–</td>
  const stay = skeleton.stays[station]
  if (!stay) return <td className="is-dark">not reached</td>
  const share = Math.min(1, stay.ms / skeleton.totalMs)
  return (
    <td className={stay.isFailed ? 'is-lit r-fail' : 'is-lit'}>
      <b>
        {stay.isFailed && <Icon name="fail" size={13} />}
        {figure(stay.ms)} ms
      </b>
      <i style={{ width: `${Math.max(2, share * 100)}%` }} />
      <small>{stay.steps.join(' ')}</small>
    </td>
  )
}
