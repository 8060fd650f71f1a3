import type { OrderStatus } from '@/contracts/orders'
import { wayNames, type Heard } from './figures'
import type { RunState } from './run'
import { milliseconds, titles } from './words'

type LoggedEvent = { status: OrderStatus; happenedAt: number }

/** What has happened to the order, as far as any of the three has heard. */
export function eventsOf({ ways }: RunState): LoggedEvent[] {
  const known = new Map<OrderStatus, LoggedEvent>()
  for (const name of wayNames)
    for (const { status, happenedAt } of ways[name].heard)
      known.set(status, { status, happenedAt })
  return [...known.values()].sort((a, b) => a.happenedAt - b.happenedAt)
}

/** The server's log, and how long each event took to each of three screens. */
export function LogTable({ state }: { state: RunState | null }) {
  const events = state ? eventsOf(state) : []
  return (
    <section className="back push-log">
      <h2>Server: one log, three readers</h2>
      <table>
        <caption className="sr-only">
          Delay of each event to the screen, for each way
        </caption>
        <thead>
          <tr>
            <th scope="col">Event, written once</th>
            {wayNames.map((name) => (
              <th key={name} scope="col">
                {titles[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event, at) => (
            <tr key={event.status}>
              <th scope="row">
                <span className="num">{at + 1}</span>
                <span className="num push-name">
                  <span>order.</span>
                  {event.status}
                </span>
                <span className="num push-time">{timeOf(event, state)}</span>
              </th>
              {wayNames.map((name) => (
                <td key={name} className="num">
                  {delayOf(
                    state?.ways[name].heard.find(
                      ({ status }) => status === event.status,
                    ),
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {events.length === 0 && (
        <p>
          Empty. The first event comes some six seconds after the order, when
          the autopilot accepts it; or sooner, when you move it on yourself.
        </p>
      )}
    </section>
  )
}

/** Since the three began to follow the order. */
function timeOf({ happenedAt }: LoggedEvent, state: RunState | null): string {
  const from = state?.span?.from ?? happenedAt
  return `${((happenedAt - from) / 1000).toFixed(1)} s`
}

function delayOf(heard: Heard | undefined): string {
  if (!heard) return 'not yet'
  const { paintedAt, happenedAt, isLate } = heard
  if (isLate) return 'on return'
  return paintedAt === null ? '·' : `+${milliseconds(paintedAt - happenedAt)}`
}
