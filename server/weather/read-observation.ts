import * as z from 'zod'
import { Observation } from '@/contracts/weather'
import type { Sky } from '@/contracts/sky'

/** A reply as it came in, of which nothing is believed yet. */
export type Answer = {
  status: number
  headers: readonly [string, string][]
  body: string
}

/** What is used of a forecast in Open-Meteo's format. All else is left out. */
const Forecast = z.object({
  current_units: z
    .object({
      temperature_2m: z.literal('°C'),
      precipitation: z.literal('mm'),
      wind_speed_10m: z.literal('km/h'),
    })
    .partial()
    .optional(),
  current: z.object({
    time: z.int().min(0).max(4_102_444_800),
    temperature_2m: Observation.shape.temperatureC,
    precipitation: Observation.shape.precipitationMm,
    weather_code: Observation.shape.weatherCode,
    wind_speed_10m: Observation.shape.windKmh,
  }),
})

/**
 * What a weather service said, if it is well formed to the last number; null
 * for everything else, whatever status it came with.
 */
export function readObservation(answer: Answer): Observation | null {
  const type = fieldOf(answer, 'content-type')
  if (answer.status !== 200) return null
  if (!/^application\/json\s*(;|$)/i.test(type)) return null
  // None was asked for, and what is packed may unpack to anything.
  if (!/^(identity)?$/i.test(fieldOf(answer, 'content-encoding'))) return null

  const forecast = Forecast.safeParse(parse(answer.body))
  const current = forecast.data?.current
  const sky = current && skyOf(current.weather_code)
  if (!sky) return null
  return {
    sky,
    weatherCode: current.weather_code,
    temperatureC: current.temperature_2m,
    precipitationMm: current.precipitation,
    windKmh: current.wind_speed_10m,
    observedAt: new Date(current.time * 1000).toISOString(),
  }
}

function fieldOf({ headers }: Answer, wanted: string): string {
  const field = headers.find(([name]) => name.toLowerCase() === wanted)
  return field?.[1].trim() ?? ''
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** The codes that Open-Meteo uses of the table of the WMO; null for others. */
function skyOf(code: number): Sky | null {
  if (code === 0) return 'clear'
  if (code <= 3) return 'cloudy'
  if (code === 45 || code === 48) return 'fog'
  if (code >= 51 && code <= 67) return 'rain'
  if (code >= 71 && code <= 77) return 'snow'
  if (code >= 80 && code <= 82) return 'rain'
  if (code === 85 || code === 86) return 'snow'
  return code >= 95 && code <= 99 ? 'thunderstorm' : null
}
