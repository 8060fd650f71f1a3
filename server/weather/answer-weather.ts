import type { Reply } from '@/contracts/http'
import type { Weather } from '@/contracts/weather'
import { weatherKeptForMs } from '@/db/schema/weather'
import { ProblemError } from '@/server/http/errors'
import { pauseMs } from './breaker'
import { ageOf, freshForMs, isFresh, type Known } from './kept-weather'
import type { Place } from './place'

/**
 * The weather with where it comes from and how old it is. Old weather is better
 * than none as long as it says so; where there is none, that is the answer.
 */
export function answerWeather(
  place: Place,
  fetched: Known | null,
  kept: Known | null,
): Reply {
  const told = tellWeather(place, fetched, kept)
  if (!told) throw new WeatherUnknownError()

  const ageMs = ageOf({ fetchedAt: Date.parse(told.fetchedAt) })
  return {
    status: 200,
    headers: {
      Age: String(Math.floor(ageMs / 1000)),
      'Cache-Control': [
        `private, max-age=${freshForMs / 1000}`,
        `stale-if-error=${weatherKeptForMs / 1000}`,
      ].join(', '),
    },
    body: told,
  }
}

/** What is known, and how well; null where it is nothing. */
export function tellWeather(
  place: Place,
  fetched: Known | null,
  kept: Known | null,
): Weather | null {
  const known = fetched ?? kept
  if (!known) return null
  const { observation, source, fetchedAt } = known
  return {
    ...place,
    ...observation,
    freshness: fetched ? 'fresh' : isFresh(known) ? 'cached' : 'stale',
    source,
    fetchedAt: new Date(fetchedAt).toISOString(),
  }
}

export class WeatherUnknownError extends ProblemError {
  override name = 'WeatherUnknownError'
  constructor() {
    super(
      'weather-unknown',
      'The weather service gave no usable answer, and nothing recent is kept.',
      {
        freshness: 'unknown',
        headers: { 'Retry-After': String(pauseMs / 1000) },
      },
    )
  }
}
