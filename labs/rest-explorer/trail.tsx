import { askedIn, isRepeat, type Stop } from './send-ask'
import type { Walk } from './use-walk'

/** Where the reader has been; every stop can be looked at once more. */
export function Trail({ walk: { stops, at, show } }: { walk: Walk }) {
  if (stops.length === 0)
    return (
      <p className="lab-note">
        Where you have been is kept here, and every stop can be looked at again.
      </p>
    )
  return (
    <section aria-label="Where you have been">
      <h4>Where you have been</h4>
      <ol className="walk-trail" reversed>
        {stops.toReversed().map((stop) => (
          <li key={stop.number}>
            <button
              type="button"
              aria-current={stop.number === at ? 'step' : undefined}
              onClick={() => show(stop.number)}
            >
              <span className="num">{stop.number}</span>
              <code>
                {stop.method} {stop.path}
              </code>
              <span className="walk-mark">{marksOf(stop)}</span>
              <b className={stop.status >= 400 ? 'num r-fail' : 'num'}>
                {stop.status}
              </b>
            </button>
          </li>
        ))}
      </ol>
      <p className="lab-note">
        A stop shows what was answered then. What you do from an old one is sent
        now, with the version that you saw then.
      </p>
    </section>
  )
}

/** What sets a stop apart from others at the same address. */
function marksOf(stop: Stop): string {
  const marks = [
    stop.isElsewhere && 'other window',
    askedIn(stop, 'if-none-match') && 'If-None-Match',
    askedIn(stop, 'if-match') && 'If-Match',
    isRepeat(stop) && 'replayed',
  ]
  return marks.filter((mark) => mark !== false && mark !== null).join(', ')
}
