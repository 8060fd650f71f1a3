import type { Part } from '@/contracts/parts'
import { clockErrorMs } from '@/components/delivery/server-clock'
import { shortOf } from '@/components/delivery/order-progress'
import { Icon } from '@/components/ui/icon'
import { cellOf, type EventRow, type LineRow, type Log } from './log'
import { cutMs, parts } from './use-readers'

const names: Record<Part, string> = {
  guest: 'Guest',
  kitchen: 'Kitchen',
  courier: 'Courier',
}

/** One log, three readers: when each event was written, and how soon each had it. */
export function EventLog({
  log,
  onCut,
}: {
  log: Log
  onCut: (part: Part) => void
}) {
  return (
    <section className="track-log back" aria-label="Event log on the server">
      <div className="track-log-head">
        <h2>
          <Icon name="server" size={18} />
          Server: one log, three readers
        </h2>
        <span className="num">text/event-stream</span>
      </div>
      {/* Wide on small screens, and then the keyboard scrolls it. */}
      <div
        className="track-scroll"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else no key scrolls it
        tabIndex={0}
        role="region"
        aria-label="Events"
      >
        <table>
          <thead>
            <tr>
              <th scope="col" className="track-id">
                Id
              </th>
              <th scope="col" className="track-time">
                Time
              </th>
              <th scope="col">Event, written once</th>
              {parts.map((part) => (
                <th key={part} scope="col" className="track-cell">
                  {names[part]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {log.rows.map((row) =>
              row.kind === 'event' ? (
                <EventLine key={row.id} row={row} log={log} />
              ) : (
                <StreamLine key={row.key} row={row} />
              ),
            )}
          </tbody>
        </table>
        {log.rows.length === 0 && (
          <p className="track-empty">
            Nothing is written yet. Place the order on the left.
          </p>
        )}
      </div>
      <LogFoot log={log} onCut={onCut} />
    </section>
  )
}

/** What the numbers mean, and the shears. */
function LogFoot({ log, onCut }: { log: Log; onCut: (part: Part) => void }) {
  const errorMs = clockErrorMs()
  return (
    <div className="track-foot">
      <p>
        Numbers are milliseconds from write to screen
        {errorMs !== null && (
          <>
            , by the server’s clock, right to ±{Math.max(1, Math.ceil(errorMs))}{' '}
            ms
          </>
        )}
        . Read twice: <b>{log.doubled}</b>.
      </p>
      <p role="group" aria-label="Cut a line" className="track-cuts">
        {parts.map((part) => (
          <button
            key={part}
            type="button"
            className="button"
            aria-disabled={log.streams[part] !== 'open'}
            onClick={() => {
              if (log.streams[part] === 'open') onCut(part)
            }}
          >
            <Icon name="fail" size={15} />
            Cut the {part}’s line
          </button>
        ))}
      </p>
      <p>
        A cut really ends that screen’s request. After {cutMs / 1000} seconds it
        asks again, with the id of the last event it has.
      </p>
    </div>
  )
}

function EventLine({ row, log }: { row: EventRow; log: Log }) {
  const { id, name, at, by, order } = row
  return (
    <tr className={`track-event is-${name.split('.')[0]}`}>
      <td className="track-id">{id}</td>
      <td className="track-time">{timeWords(Date.parse(at))}</td>
      <th scope="row">
        {name}
        <small>
          {order && shortOf(order)}
          {by && ` by ${by}`}
        </small>
      </th>
      {parts.map((part) => (
        <Cell key={part} cell={cellOf(row, part, log)} />
      ))}
    </tr>
  )
}

function Cell({ cell }: { cell: ReturnType<typeof cellOf> }) {
  switch (cell.kind) {
    case 'sent':
      return (
        <td className="track-cell is-sent">
          sent
          {cell.afterMs !== null && <small>+{cell.afterMs}</small>}
        </td>
      )
    case 'came':
      return (
        <td className={cell.isLate ? 'track-cell is-late' : 'track-cell'}>
          +{cell.afterMs}
          {cell.isLate && <small>sent again</small>}
        </td>
      )
    case 'missed':
      return <td className="track-cell is-missed">missed</td>
    case 'none':
      return <td className="track-cell is-none">·</td>
  }
}

function StreamLine({ row }: { row: LineRow }) {
  const { kind, part, at, lastEventId, sentAgain } = row
  const isLost = kind === 'lost'
  return (
    <tr className={isLost ? 'track-line is-lost' : 'track-line'}>
      <td className="track-id" />
      <td className="track-time">{timeWords(at)}</td>
      <th scope="row">
        {isLost ? 'stream lost' : 'stream resumed'}
        <small>
          {isLost
            ? `${part}, cut here`
            : `Last-Event-ID: ${lastEventId ?? 'none'}, ${sentAgain === 1 ? '1 event' : `${sentAgain} events`} sent again`}
        </small>
      </th>
      {parts.map((other) => (
        <td
          key={other}
          className={other === part ? 'track-cell' : 'track-cell is-none'}
        >
          {other === part ? (isLost ? 'offline' : 'back') : '·'}
        </td>
      ))}
    </tr>
  )
}

function timeWords(ms: number): string {
  const at = new Date(ms)
  const clock = at.toLocaleTimeString('en-GB')
  return `${clock}.${String(at.getMilliseconds()).padStart(3, '0')}`
}
