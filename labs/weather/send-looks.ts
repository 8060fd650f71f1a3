import type { Weather } from '@/contracts/weather'
import type { WeatherRun, WeatherTrial } from '@/contracts/weather-lab'
import { ApiProblemError } from '@/components/api-errors'
import { askLab } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'
import type { Run } from './verdict'

/** Has five guests look, behind the protections that are on. */
export async function sendLooks(trial: WeatherTrial): Promise<Run> {
  const path = '/api/labs/weather'
  const { told, traceId } = await askLab({ path, message: trial }, isRun)
  return { trial, looks: told.looks, traceId }
}

/** The city of the lab, where the weather is real. */
const berlin = '/api/weather?latitude=52.52&longitude=13.41'

export type Real = { weather: Weather | null; traceId: string | null }

/** Asks for the real weather. That it is not known is an answer, too. */
export async function askForReal(): Promise<Real> {
  try {
    const question = { path: berlin, method: 'GET' } as const
    const { told, traceId } = await askLab(question, isWeather)
    return { weather: told, traceId }
  } catch (error) {
    const isUnknown =
      error instanceof ApiProblemError && error.is('weather-unknown')
    if (!isUnknown) throw error
    return { weather: null, traceId: error.problem.traceId ?? null }
  }
}

function isRun(body: unknown): body is WeatherRun {
  return (
    isRecord(body) &&
    Array.isArray(body.looks) &&
    body.looks.every(
      (look: unknown) =>
        isRecord(look) &&
        typeof look.tookMs === 'number' &&
        typeof look.calls === 'number' &&
        (look.weather === null || isWeather(look.weather)),
    )
  )
}

function isWeather(value: unknown): value is Weather {
  return (
    isRecord(value) &&
    typeof value.sky === 'string' &&
    typeof value.temperatureC === 'number' &&
    typeof value.freshness === 'string' &&
    typeof value.source === 'string' &&
    typeof value.fetchedAt === 'string'
  )
}
