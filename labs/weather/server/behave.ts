import { timingSafeEqual } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Reply } from '@/contracts/http'
import type { LabForecast } from '@/contracts/weather-lab'
import {
  behaviours,
  slowMs,
  type Behaviour,
} from '@/contracts/weather-lab-choices'
import { ProblemError } from '@/server/http/errors'
import { readPlace, type Place } from '@/server/weather/place'
import { providerKey } from './own-service'

type Question = { place: Place; behaviour: Behaviour; call: number }

/** Lets in whoever knows the key, and reads what they want to know. */
export function readQuestion(request: Request): Question {
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${providerKey()}`)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new ProblemError('not-signed-in', 'This service asks for its key.', {
      headers: { 'WWW-Authenticate': 'Bearer realm="weather"' },
    })

  const query = new URL(request.url).searchParams
  const behaviour = behaviours.find((one) => one === query.get('behaviour'))
  const place = readPlace(request)
  const call = Number(query.get('call') ?? 1)
  return { place, behaviour: behaviour ?? 'well', call }
}

/** Answers as a weather service would that is well, slow, broken or down. */
export async function behave(question: Question): Promise<Reply> {
  const { place, behaviour, call } = question
  if (behaviour === 'down') return isAway
  if (behaviour === 'stumbling' && call % 2 === 1) return isAway
  if (behaviour === 'slow') await wait(slowMs)

  const text = JSON.stringify(forecastOf(place))
  const isBroken = behaviour === 'broken'
  return { status: 200, text: isBroken ? text.slice(0, 120) : text }
}

const isAway: Reply = {
  status: 503,
  body: { error: true, reason: 'The service is being repaired.' },
}

/** Made up, and always the same: the lab is about the way it comes. */
function forecastOf({ latitude, longitude }: Place): LabForecast {
  const quarterHour = 900
  const now = Math.floor(Date.now() / 1000)
  return {
    latitude,
    longitude,
    utc_offset_seconds: 0,
    timezone: 'GMT',
    current_units: {
      time: 'unixtime',
      temperature_2m: '°C',
      precipitation: 'mm',
      weather_code: 'wmo code',
      wind_speed_10m: 'km/h',
    },
    current: {
      time: now - (now % quarterHour),
      interval: quarterHour,
      temperature_2m: 11.4,
      precipitation: 0.3,
      weather_code: 61,
      wind_speed_10m: 14.8,
    },
  }
}
