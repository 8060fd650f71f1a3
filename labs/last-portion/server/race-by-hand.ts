import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { racers, type RaceAnswer, type Racer } from '@/contracts/last-portion'
import type { Pace } from './pace'
import { RaceLog } from './race-log'

export type Take = (guest: Racer, pace: Pace) => Promise<RaceAnswer>
type Place = { goOn: () => void; leave: (error: Error) => void }

/** So many turns of the event loop leave nothing undone in memory. */
const quietTurns = 20

/** Thrown where a guest still stands when no more turns are given out. */
export class LeftStandingError extends Error {
  override name = 'LeftStandingError'
}

/**
 * Two guests whose programs stop before each statement. Whose turn it is goes
 * on by one; once all turns are played, whoever stands there is sent away.
 */
export async function raceByHand(turns: Racer[], take: Take): Promise<RaceLog> {
  const race = new HandRace()
  const served = racers.map((guest) => race.serve(guest, take))
  await quiet()
  for (const guest of turns) await race.play(guest)
  race.end()
  await Promise.all(served)
  return race.log
}

class HandRace {
  readonly log = new RaceLog()
  readonly #standing = new Map<Racer, Place>()
  /** They have asked for the lock, and another has it. */
  readonly #outside = new Set<Racer>()
  #isOver = false

  async serve(guest: Racer, take: Take): Promise<void> {
    try {
      this.log.answer(guest, await take(guest, this.#paceOf(guest)))
    } catch (error) {
      if (!(error instanceof LeftStandingError)) throw error
    }
  }

  async play(guest: Racer): Promise<void> {
    const place = this.#standing.get(guest)
    if (!place) return
    this.#standing.delete(guest)
    place.goOn()
    await quiet()
    for (const other of this.#outside) this.#tellOf(other, other === guest)
  }

  end(): void {
    this.#isOver = true
    for (const { leave } of this.#standing.values())
      leave(new LeftStandingError('No more turns'))
  }

  /** Whoever asked for the lock is in as soon as they stand before the next. */
  #tellOf(guest: Racer, isNew: boolean): void {
    const isIn = this.#standing.has(guest)
    if (isIn) this.#outside.delete(guest)
    if (isNew) this.log.note(guest, 'BEGIN IMMEDIATE', isIn ? 'done' : 'waits')
    else if (isIn) this.log.note(guest, 'BEGIN IMMEDIATE', 'enters')
  }

  #paceOf(guest: Racer): Pace {
    return {
      send: async (query) => {
        await this.#stand(guest)
        const result = await query
        this.log.noteQuery(guest, query, result)
        return result
      },
      before: async (statement) => {
        await this.#stand(guest)
        if (statement === 'COMMIT') this.log.note(guest, statement, 'done')
        else this.#outside.add(guest)
      },
    }
  }

  #stand(guest: Racer): Promise<void> {
    if (this.#isOver) throw new LeftStandingError('No more turns')
    return new Promise((goOn, leave) =>
      this.#standing.set(guest, { goOn, leave }),
    )
  }
}

async function quiet(): Promise<void> {
  for (let turn = 0; turn < quietTurns; turn++) await turnOfLoop()
}
