import { setTimeout as wait } from 'node:timers/promises'
import type { Observation } from '@/contracts/weather'
import type { Database } from '@/db/client'
import { mayCall, noteOutcome } from './breaker'
import { keepWeather, type Known } from './kept-weather'
import { questionOf, type Place } from './place'
import { readObservation, type Answer } from './read-observation'
import { addressOf, sourceOf, type Service } from './service'
import { together } from './together'

/** Sends a GET and reads the reply. It throws when none came in time. */
export type Ask = {
  (
    url: string,
    message: { headers: Record<string, string>; timeLimitMs: number },
  ): Promise<Answer>
  /** Whose line it is: what is cut for one visitor is cut for nobody else. */
  line: string
}

/**
 * Asks a weather service about a place, and keeps what it says; null when it
 * gave no usable answer, or is not to be asked now. Whoever wants to know the
 * same meanwhile waits for the same answer.
 */
export async function fetchWeather(
  db: Database,
  ask: Ask,
  service: Service,
  place: Place,
): Promise<Known | null> {
  const { address } = service
  if (address === null) return null
  const name = service.name + ask.line

  return together(questionOf(name, place), async () => {
    if (!(await mayCall(db, name, service.failuresAllowed))) return null
    const url = addressOf(address, place)
    const observation = await askInTime(ask, url, service)
    await noteOutcome(db, name, observation === null)
    if (!observation) return null

    const source = sourceOf(address)
    const known = { observation, source, fetchedAt: Date.now() }
    await keepWeather(db, place, known)
    return known
  })
}

/** Tries once more when the first try failed, if there is time for it. */
async function askInTime(
  ask: Ask,
  url: string,
  { headers, timeLimitMs, tries }: Service,
): Promise<Observation | null> {
  const until = performance.now() + timeLimitMs
  for (let attempt = 1; ; attempt++) {
    const leftMs = Math.floor(until - performance.now())
    const answer = await ask(url, { headers, timeLimitMs: leftMs }).catch(
      () => null,
    )
    const isWorthAnother = answer === null || answer.status >= 500
    const pauseMs = 50 + Math.random() * 100
    const isTime = performance.now() + pauseMs < until
    if (!isWorthAnother || attempt === tries || !isTime)
      return answer && readObservation(answer)
    await wait(pauseMs)
  }
}
