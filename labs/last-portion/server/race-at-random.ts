import { setTimeout as sleep } from 'node:timers/promises'
import { racers, type Racer } from '@/contracts/last-portion'
import type { Pace } from './pace'
import type { Take } from './race-by-hand'
import { RaceLog } from './race-log'

/** From one statement to the next a program takes up to so long. */
const betweenMs = 4

/**
 * Two guests who press within so many milliseconds. After that nobody keeps
 * them in any order: the timers and the event loop of this server decide.
 */
export async function raceAtRandom(
  withinMs: number,
  take: Take,
): Promise<RaceLog> {
  const log = new RaceLog()
  const serve = async (guest: Racer) => {
    await sleep(upTo(withinMs))
    log.answer(guest, await take(guest, paceAtRandom(guest, log)))
  }
  await Promise.all(racers.map(serve))
  return log
}

function paceAtRandom(guest: Racer, log: RaceLog): Pace {
  let isOutside = false
  return {
    async send(query) {
      if (isOutside) log.note(guest, 'BEGIN IMMEDIATE', 'done')
      isOutside = false
      await sleep(upTo(betweenMs))
      const result = await query
      log.noteQuery(guest, query, result)
      return result
    },
    async before(statement) {
      await sleep(upTo(betweenMs))
      if (statement === 'COMMIT') log.note(guest, statement, 'done')
      else isOutside = true
    },
  }
}

function upTo(ms: number): number {
  return Math.random() * ms
}
