import { figuresOf, inAnHour, wayNames } from './figures'
import { quietMs, type RunState } from './run'
import { useNow } from './use-run'
import { counted, titles, whole } from './words'

/** What it costs when there is nothing to hear: a minute, and an hour. */
export function QuietMinute({ state }: { state: RunState | null }) {
  const quiet = state?.quiet ?? null
  const isWhole = state?.phase === 'over' && quiet !== null
  return (
    <section className="front push-quiet">
      <h2>When nothing happens</h2>
      <p>
        Most of the time there is no news. After the last event the lab goes on
        for a minute, and counts what asking for nothing costs. Out of that
        minute it computes an hour.
      </p>
      {quiet && !isWhole && <Left from={quiet.from} state={state} />}
      {isWhole && (
        <table>
          <thead>
            <tr>
              <th scope="col">Way</th>
              <th scope="col">A quiet minute, measured</th>
              <th scope="col">A quiet hour, computed</th>
            </tr>
          </thead>
          <tbody>
            {wayNames.map((name) => {
              const record = state.ways[name]
              const minute = figuresOf(record, quiet)
              const hour = inAnHour(record, quiet)
              const bytes = minute.headBytes + minute.bodyBytes
              return (
                <tr key={name}>
                  <th scope="row">{titles[name]}</th>
                  <td>
                    {counted(minute.requests, 'request')}, {whole(bytes)} bytes
                  </td>
                  <td>
                    {counted(hour.requests, 'request')}, {whole(hour.bytes)}{' '}
                    bytes
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Left({ from, state }: { from: number; state: RunState | null }) {
  const isRunning = state?.phase === 'quiet' && !state.isPaused
  const now = useNow(isRunning)
  const leftMs = quietMs - ((now ?? from) - from)
  return (
    <p className="num">
      {isRunning
        ? `${Math.max(0, Math.ceil(leftMs / 1000))} s of quiet to go`
        : 'The minute begins anew when you look again.'}
    </p>
  )
}
