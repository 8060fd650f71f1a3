import type { RaceAnswer, Racer, RaceTurn } from '@/contracts/last-portion'
import { toldOf, toldOfText, type Query } from './pace'

/** What happened in a race, in the order in which it happened. */
export class RaceLog {
  readonly turns: RaceTurn[] = []
  readonly answers: Record<Racer, RaceAnswer | null> = { ada: null, ben: null }
  readonly #began = performance.now()

  note(guest: Racer, statement: string, came: RaceTurn['came']): void {
    this.#add(guest, toldOfText(statement), came)
  }

  noteQuery(guest: Racer, query: Query<unknown>, result: unknown): void {
    this.#add(guest, toldOf(query, result), 'done')
  }

  answer(guest: Racer, answer: RaceAnswer): void {
    this.answers[guest] = answer
  }

  #add(
    guest: Racer,
    told: ReturnType<typeof toldOf>,
    came: RaceTurn['came'],
  ): void {
    const atMs = performance.now() - this.#began
    this.turns.push({ guest, ...told, came, atMs })
  }
}
