import { Sky } from './phone'
import type { Looks } from './use-looks'

/** The same question to the real service, which may not be reachable from here. */
export function RealWeather({ lab: { real, busy, askReal } }: { lab: Looks }) {
  return (
    <section className="sky-real" aria-label="The real weather">
      <h3>And the real one?</h3>
      <p className="lab-note">
        The service above is ours: it stands on this very site, speaks
        Open-Meteo’s format over real HTTP, and its weather is made up, so that
        it can fail when you want it to. The same code asks the real service at{' '}
        <code>/api/weather</code>, with all four protections.
      </p>
      <button
        type="button"
        className="button"
        disabled={busy !== null}
        onClick={() => void askReal()}
      >
        Ask for the real weather
      </button>
      <div aria-live="polite" aria-atomic="true">
        {real &&
          (real.weather ? (
            <div className="sky-phone">
              <p className="sky-phone-place">Berlin</p>
              <Sky weather={real.weather} />
            </div>
          ) : (
            <p>
              Not known: from where this server stands, the service gave no
              usable answer, and nothing recent is kept. That is what the API
              says as well, with status 503.
            </p>
          ))}
        {real?.traceId && (
          <a href={`/trace/${real.traceId}`}>Open the trace of this question</a>
        )}
      </div>
    </section>
  )
}
