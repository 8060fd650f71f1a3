import { timingSafeEqual } from 'node:crypto'
import type { Guessing, LeakedRow } from '@/contracts/password-store'
import { guessBudgetMs, type Cost } from '@/contracts/password-store-choices'
import { derive } from '@/server/guests/hash-password'
import { guesses } from './guesses'

/**
 * A guesser at slow hashes with salt: the same guess has to be hashed anew for
 * everybody. Node does it on another thread, so nobody waits for it. It begins
 * nothing that would not be done within its budget, but does try once.
 */
export async function guessSlow(
  rows: readonly LeakedRow[],
  cost: Cost,
): Promise<Guessing> {
  const found: Guessing['found'] = []
  const began = performance.now()
  const elapsed = () => performance.now() - began
  let [count, longestMs] = [0, 0]
  for (const guess of guesses())
    for (const row of rows) {
      const startedMs = elapsed()
      if (count > 0 && startedMs + longestMs > guessBudgetMs)
        return { guesses: count, tookMs: startedMs, found }

      if (await isRight(guess, row, cost))
        found.push({ name: row.name, guess: count + 1, afterMs: elapsed() })
      count++
      longestMs = Math.max(longestMs, elapsed() - startedMs)
    }
  return { guesses: count, tookMs: elapsed(), found }
}

async function isRight(guess: string, row: LeakedRow, cost: Cost) {
  const salt = Buffer.from(row.salt, 'hex')
  const hash = await derive(guess, salt, 2 ** cost)
  return timingSafeEqual(hash, Buffer.from(row.slow, 'hex'))
}
