import type { Guessing } from '@/contracts/password-store'
import { blockSize, type Cost } from '@/contracts/password-store-choices'
import type { Own, Run } from './ask-server'
import { figureOf } from '@/components/plot/plot-words'
import { guessesFor } from './guess-count'

/** Guesses a second, as measured. */
export function speedOf({ guesses, tookMs }: Guessing): number {
  return (guesses / tookMs) * 1000
}

/** How many times longer one guess takes at the slow hashes. */
export function ratioOf({ fast, slow }: Run): number {
  return speedOf(fast) / speedOf(slow)
}

/** What scrypt keeps in memory while it works: 128 bytes for each N and r. */
export function mebibytesOf(cost: Cost): number {
  return (128 * blockSize * 2 ** cost) / 1024 ** 2
}

/** So many such machines, where one is not thought to be enough. */
export const machines = 1_000

export type Lasting = { whose: string; fast: number; slow: number }

/**
 * In how many seconds a guesser with one such server has a password. It is
 * computed: nobody has waited for it.
 */
export function lastingOf(run: Run, own: Own | null): Lasting {
  const [first] = run.rows
  const guesses = own
    ? guessesFor(own.password, own.place)
    : (run.fast.found[0]?.guess ?? 1)
  return {
    whose: own ? 'your password' : `${first?.name ?? 'the first'}’s password`,
    fast: guesses / speedOf(run.fast),
    slow: guesses / speedOf(run.slow),
  }
}

/** In how many seconds the whole list was tried at everybody's hash. */
export function listSecondsOf({ words, rows, fast, slow }: Run) {
  return {
    // Without salt one hash of a word is held against everybody.
    fast: words / speedOf(fast),
    slow: (words * rows.length) / speedOf(slow),
  }
}

/** Who else has the same value in that column; null when nobody has. */
export function twinsOf(
  rows: readonly { name: string; value: string }[],
  of: { name: string; value: string },
): string | null {
  const others = rows.filter(
    ({ name, value }) => name !== of.name && value === of.value,
  )
  return others.length > 0 ? others.map(({ name }) => name).join(', ') : null
}

/** As much of a measurement as can be trusted: three digits. */
export function roughly(value: number): string {
  return figureOf(Number(value.toPrecision(3)))
}
