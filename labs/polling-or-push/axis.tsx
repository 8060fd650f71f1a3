import { statusNames } from '@/components/delivery/order-progress'
import { nothingYet, wayNames, type WayName, type WayRecord } from './figures'
import { eventsOf } from './log-table'
import type { RunState } from './run'
import { useNow } from './use-run'
import { counted, titles } from './words'

const shortestMs = 30_000

/** Where each way asked, how long it waited, and where it heard: one axis. */
export function Axis({ state }: { state: RunState | null }) {
  const isRunning = !!state && state.phase !== 'over' && !state.isPaused
  const now = useNow(isRunning)
  const from = state?.span?.from ?? 0
  const to = Math.max(state?.span?.to ?? from, now ?? from, from)
  const lengthMs = Math.max(shortestMs, to - from)
  const place = (at: number) =>
    `${(100 * Math.min(Math.max(at - from, 0), lengthMs)) / lengthMs}%`
  const events = state ? eventsOf(state) : []
  return (
    <figure className="front push-axis">
      <figcaption>
        <b>Who asked when, and who heard when</b>
        <span className="push-legend">
          <span>
            <i className="push-ask r-network" /> a request, as long as it is
            open
          </span>
          <span>
            <i className="push-heard" /> heard
          </span>
          <span>
            <i className="push-event r-server" /> happened on the server
          </span>
        </span>
      </figcaption>
      <p className="sr-only">{summaryOf(state)}</p>
      <div className="push-chart" aria-hidden="true">
        <div className="push-rows">
          <div className="push-events r-server">
            {events.map(({ status, happenedAt }, at) => (
              <span
                key={status}
                className="push-event"
                style={{ left: place(happenedAt) }}
                title={statusNames[status]}
              >
                <b>{at + 1}</b>
              </span>
            ))}
          </div>
          {wayNames.map((name) => (
            <Row
              key={name}
              name={name}
              record={state?.ways[name] ?? nothingYet}
              place={place}
              end={to}
            />
          ))}
        </div>
        <Seconds lengthMs={lengthMs} />
      </div>
    </figure>
  )
}

function Row({
  name,
  record,
  place,
  end,
}: {
  name: WayName
  record: WayRecord
  place: (at: number) => string
  end: number
}) {
  return (
    <div className="push-row">
      <span>{titles[name]}</span>
      <div className="push-track">
        {record.asked.map(({ at, endedAt, status, isCut }) => (
          <i
            key={at}
            className={
              endedAt !== null && status === null && !isCut
                ? 'push-ask is-failed r-fail'
                : 'push-ask r-network'
            }
            style={{
              left: place(at),
              right: `calc(100% - ${place(endedAt ?? Math.max(end, at))})`,
            }}
          />
        ))}
        {record.heard.flatMap(({ status, paintedAt }) =>
          paintedAt === null ? (
            []
          ) : (
            <i
              key={status}
              className="push-heard"
              style={{ left: place(paintedAt) }}
            />
          ),
        )}
      </div>
    </div>
  )
}

function Seconds({ lengthMs }: { lengthMs: number }) {
  const step = lengthMs > 60_000 ? 20 : 10
  const marks = Array.from(
    { length: Math.floor(lengthMs / 1000 / step) + 1 },
    (_, at) => at * step,
  )
  return (
    <div className="push-seconds micro">
      {marks.map((seconds) => (
        <span
          key={seconds}
          style={{ left: `${(100_000 * seconds) / lengthMs}%` }}
        >
          {seconds} s
        </span>
      ))}
    </div>
  )
}

function summaryOf(state: RunState | null): string {
  if (!state) return 'Nothing has been asked yet.'
  return wayNames
    .map((name) => {
      const { asked, heard } = state.ways[name]
      return `${titles[name]}: ${counted(asked.length, 'request')}, ${counted(heard.length, 'event')} heard.`
    })
    .join(' ')
}
