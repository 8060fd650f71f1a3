import type { ReactNode } from 'react'
import { partsOf, type Ping, type WayRun } from './figures'

/** Every request from asked to answered, in three parts, on one axis. */
export function Bars({
  run,
  count,
  untilMs,
}: {
  run: WayRun | undefined
  count: number
  untilMs: number
}) {
  const share = (ms: number) =>
    `${Math.max(0, Math.min(100, (ms / untilMs) * 100)).toFixed(2)}%`
  const rows = Array.from({ length: count }, (_, at) => run?.asked[at] ?? null)
  return (
    <div className="waiter-chart" aria-hidden="true">
      <div className={`waiter-rows is-${count}`}>
        {rows.map((asked, at) => {
          if (!asked) return <p key={at} />
          const { queueMs, waitMs, workMs } = partsOf(asked)
          return (
            <p key={at}>
              <i
                className="is-before"
                style={{ width: share(asked.askedAt) }}
              />
              <i className="is-queue" style={{ width: share(queueMs) }} />
              <i className="is-wait" style={{ width: share(waitMs) }} />
              <i className="is-work" style={{ width: share(workMs) }} />
            </p>
          )
        })}
      </div>
      <Strip name="loop">
        {run?.late
          .filter(([, lateMs]) => lateMs >= 20)
          .map(([at, lateMs]) => (
            <i
              key={at}
              className="is-late"
              style={{ left: share(at - lateMs), width: share(lateMs) }}
            />
          ))}
      </Strip>
      <Strip name="bystander">
        {run?.pings.filter(isDuring).map(({ leftAt, endedAt }) => (
          <i
            key={leftAt}
            className="is-ping"
            style={{ left: share(leftAt), width: share(endedAt - leftAt) }}
          />
        ))}
      </Strip>
      <p className="waiter-axis num">
        <span>0</span>
        <span>{Math.round(untilMs / 2)}</span>
        <span>{Math.round(untilMs)} ms</span>
      </p>
    </div>
  )
}

function Strip({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="waiter-strip">
      <span>{name}</span>
      <p>{children}</p>
    </div>
  )
}

function isDuring({ isBefore }: Ping): boolean {
  return !isBefore
}

/** What the three parts of a bar are, and the two strips below. */
export function Legend() {
  return (
    <p className="waiter-legend">
      <span>
        <i className="is-queue" /> waits in the page
      </span>
      <span>
        <i className="is-wait" /> waits in the server, and on the way
      </span>
      <span>
        <i className="is-work" /> is worked on
      </span>
      <span>
        <i className="is-late" /> loop: the timer was kept waiting
      </span>
      <span>
        <i className="is-ping" /> bystander: asks for the time
      </span>
    </p>
  )
}
