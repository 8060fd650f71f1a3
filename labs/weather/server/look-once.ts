import type { WeatherLook, WeatherTrial } from '@/contracts/weather-lab'
import type { Database } from '@/db/client'
import { weather } from '@/db/schema/weather'
import { tellWeather } from '@/server/weather/answer-weather'
import { fetchWeather } from '@/server/weather/fetch-weather'
import { findKept, isFresh } from '@/server/weather/kept-weather'
import { nameOf, placeOnGrid } from '@/server/weather/place'
import { sourceOf } from '@/server/weather/service'
import { serviceFor, type CountedLine } from './own-service'

/** Berlin. Every guest of the lab looks at the sky over one city. */
const place = placeOnGrid({ latitude: 52.52, longitude: 13.41 })

/**
 * One guest looks at the weather on their phone. It is the code of
 * /api/weather, with one thing more: the reader may leave its cache unread.
 */
export async function lookOnce(
  db: Database,
  line: CountedLine,
  trial: WeatherTrial,
): Promise<WeatherLook> {
  const began = performance.now()
  const callsBefore = line.calls
  const kept = trial.cache ? await findKept(db, place) : null
  const fetched = isFresh(kept)
    ? null
    : await fetchWeather(db, line.ask, serviceFor(trial), place)

  const tookMs = Math.round((performance.now() - began) * 10) / 10
  const calls = line.calls - callsBefore
  return { weather: tellWeather(place, fetched, kept), tookMs, calls }
}

const hourMs = 60 * 60 * 1000

/** An hour ago the service was well, and a guest looked. */
export async function anHourAgo(db: Database): Promise<void> {
  const fetchedAt = Date.now() - hourMs
  await db.insert(weather).values({
    place: nameOf(place),
    source: sourceOf(serviceFor(wellThen).address ?? ''),
    observation: {
      sky: 'cloudy',
      weatherCode: 3,
      temperatureC: 12.1,
      precipitationMm: 0,
      windKmh: 9.6,
      observedAt: new Date(fetchedAt).toISOString(),
    },
    fetchedAt,
  })
}

const wellThen: WeatherTrial = {
  behaviour: 'well',
  timeLimit: true,
  retry: true,
  cache: true,
  breaker: true,
}
