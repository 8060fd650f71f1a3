import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Guessing, LeakedRow } from '@/contracts/password-store'
import { guessBudgetMs } from '@/contracts/password-store-choices'
import { guesses } from './guesses'
import { fastHash } from './hash-passwords'

/** Others have their turn after so many ms, and the clock is read so often. */
const sliceMs = 5
const guessesPerLook = 100

/**
 * A guesser at fast hashes without salt. One hash of a guess is held against
 * everybody at once. It works for as long as its budget lasts, in slices; only
 * its own time counts.
 */
export async function guessFast(rows: readonly LeakedRow[]): Promise<Guessing> {
  const wanted = new Map<string, string[]>()
  for (const { name, fast } of rows)
    wanted.set(fast, [...(wanted.get(fast) ?? []), name])

  const found: Guessing['found'] = []
  const source = guesses()
  let [count, workedMs] = [0, 0]
  while (workedMs < guessBudgetMs) {
    const began = performance.now()
    let sinceMs = 0
    while (sinceMs < sliceMs) {
      const names = wanted.get(fastHash(source.next().value)) ?? []
      count++
      if (count % guessesPerLook === 0 || names.length > 0)
        sinceMs = performance.now() - began
      for (const name of names)
        found.push({ name, guess: count, afterMs: workedMs + sinceMs })
    }
    workedMs += sinceMs
    await nextTurn()
  }
  return { guesses: count, tookMs: workedMs, found }
}
