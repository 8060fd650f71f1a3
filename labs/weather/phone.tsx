import type { Weather } from '@/contracts/weather'
import type { WeatherLook } from '@/contracts/weather-lab'
import { guestsAtTheirPhones } from '@/contracts/weather-lab-choices'
import { Pick } from '@/components/lab/pick'
import { figureOf } from '@/components/plot/plot-words'
import type { Run } from './verdict'
import { skyWords } from './words'

/** What each of the guests saw, one phone at a time. */
export function Phone({
  run,
  guest,
  onShow,
}: {
  run: Run | null
  guest: number
  onShow: (guest: number) => void
}) {
  const look = run?.looks[guest - 1] ?? null
  const guests = Array.from({ length: guestsAtTheirPhones }, (_, at) => at + 1)
  return (
    <>
      <div className="sky-phone" role="group" aria-label="The phone">
        {look ? (
          <Screen look={look} />
        ) : (
          <p className="sky-phone-rest">Nobody has looked yet.</p>
        )}
      </div>
      <Pick
        label="Whose phone"
        options={guests.map((value) => ({ value, text: String(value) }))}
        value={guest}
        isDisabled={!run}
        onPick={onShow}
      />
    </>
  )
}

function Screen({ look: { weather, tookMs } }: { look: WeatherLook }) {
  return (
    <>
      <p className="sky-phone-place">Berlin</p>
      {weather ? (
        <Sky weather={weather} />
      ) : (
        <>
          <p className="sky-phone-degrees">–</p>
          <p>The weather is not known at the moment. Everything else works.</p>
        </>
      )}
      <p className="sky-phone-wait">after {figureOf(tookMs)} ms</p>
    </>
  )
}

/** A weather as a guest reads it: how it is, and how old that is. */
export function Sky({ weather }: { weather: Weather }) {
  const { sky, temperatureC, freshness, source } = weather
  return (
    <>
      <p className="sky-phone-degrees">{Math.round(temperatureC)}°</p>
      <p>{skyWords[sky]}</p>
      <p className={freshness === 'stale' ? 'sky-age is-old' : 'sky-age'}>
        {ageWords(weather)}, says {source}
      </p>
    </>
  )
}

function ageWords({ freshness, fetchedAt }: Weather): string {
  if (freshness === 'fresh') return 'Asked this moment'
  const minutes = Math.round((Date.now() - Date.parse(fetchedAt)) / 60_000)
  if (minutes < 1) return 'Less than a minute old'
  return minutes === 1 ? 'One minute old' : `${minutes} minutes old`
}
