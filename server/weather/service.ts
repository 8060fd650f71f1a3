import { env } from '@/env'
import type { Place } from './place'

/** Somebody else's weather service, and how we are protected against it. */
export type Service = {
  /** Under this name its breaker is kept. */
  name: string
  /** Null: it is never asked. */
  address: string | null
  headers: Record<string, string>
  /** For all tries together: a guest waits no longer. */
  timeLimitMs: number
  tries: number
  /** So many calls fail in a row before nobody asks for a while. */
  failuresAllowed: number
}

const fields = 'temperature_2m,precipitation,weather_code,wind_speed_10m'

/** The service of this site: Open-Meteo, unless a variable says otherwise. */
export const ourService: Service = {
  name: 'weather',
  address: env.WEATHER_URL === 'off' ? null : env.WEATHER_URL,
  headers: {},
  timeLimitMs: 1_500,
  tries: 2,
  failuresAllowed: 3,
}

/** The address of a place's weather: our host, and two numbers from us. */
export function addressOf(address: string, place: Place): string {
  const url = new URL(address)
  url.searchParams.set('latitude', place.latitude.toFixed(2))
  url.searchParams.set('longitude', place.longitude.toFixed(2))
  url.searchParams.set('current', fields)
  url.searchParams.set('timeformat', 'unixtime')
  return url.toString()
}

/** Who is asked, as a reply may name them. */
export function sourceOf(address: string): string {
  return new URL(address).host
}
