import type { Weather } from '@/contracts/weather'
import type { WeatherLook, WeatherTrial } from '@/contracts/weather-lab'
import { protections, type Protection } from '@/contracts/weather-lab-choices'
import type { RunAnswer } from '@/components/lab/lab-bet'
import { figureOf } from '@/components/plot/plot-words'

/** One press: how it was run, and what the five guests saw. */
export type Run = {
  trial: WeatherTrial
  looks: readonly WeatherLook[]
  traceId: string | null
}

export const question = {
  ask: 'The weather service is down. An hour ago it was not, and a guest looked then. All four protections are on. What does the next guest’s phone show?',
  isMany: false,
  options: [
    { id: 'none', text: 'No weather, and that it is not known' },
    { id: 'stale', text: 'The weather of an hour ago, and its age' },
    { id: 'fresh', text: 'The weather of now' },
    { id: 'wait', text: 'Nothing for as long as the service is down' },
  ],
}

/** Longer than this a guest does not look at an empty screen. */
const patienceMs = 5_000

/** Told by the first guest of a run with the service down and all protections. */
export function answerOf(run: Run | null): RunAnswer | null {
  if (!run || !isAsked(run.trial)) return null
  const [first] = run.looks
  if (!first) return null
  const { weather, tookMs } = first
  const id = tookMs > patienceMs ? 'wait' : idOf(weather)
  return {
    ids: [id],
    said: `After ${figureOf(tookMs)} ms: ${seen(first)}.`,
  }
}

function idOf(weather: Weather | null): string {
  if (!weather) return 'none'
  return weather.freshness === 'stale' ? 'stale' : 'fresh'
}

/** The run that the question asks about. */
function isAsked(trial: WeatherTrial): boolean {
  return trial.behaviour === 'down' && protections.every((one) => trial[one])
}

/** What a guest saw, in a few words. */
export function seen({ weather }: Pick<WeatherLook, 'weather'>): string {
  if (!weather) return 'not known'
  const { freshness, temperatureC } = weather
  if (freshness === 'fresh') return `${temperatureC} °C, as of now`
  return freshness === 'cached'
    ? `${temperatureC} °C, kept a moment ago`
    : `${temperatureC} °C, an hour old`
}

export function callsOf({ looks }: Pick<Run, 'looks'>): number {
  return looks.reduce((sum, { calls }) => sum + calls, 0)
}

export function slowestOf({ looks }: Pick<Run, 'looks'>): number {
  return Math.max(0, ...looks.map(({ tookMs }) => tookMs))
}

/** What a run says, in a sentence. */
export function sentenceOf(run: Run | null, isBusy: boolean): string {
  if (isBusy) return 'Five guests look at the weather, one after the other.'
  if (!run) return 'Nobody has looked yet.'
  const { looks } = run
  const known = looks.filter(({ weather }) => weather).length
  const old = looks.filter(({ weather }) => weather?.freshness === 'stale')
  const calls = callsOf(run)
  const times = calls === 1 ? 'once' : `${calls} times`
  return `${known} of ${looks.length} guests saw a weather${old.length > 0 ? `, ${old.length} of them an old one that says so` : ''}. The slowest waited ${figureOf(slowestOf(run))} ms. The service was asked ${times}.`
}

/** Which protections were on, in a few words. */
export function guardsOf(trial: WeatherTrial): string {
  const on = protections.filter((one) => trial[one]).map((one) => short[one])
  if (on.length === protections.length) return 'all four'
  return on.length === 0 ? 'none' : on.join(', ')
}

const short: Record<Protection, string> = {
  timeLimit: 'limit',
  retry: 'retry',
  cache: 'cache',
  breaker: 'breaker',
}
