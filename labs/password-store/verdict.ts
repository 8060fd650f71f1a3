import type { RunAnswer } from '@/components/lab/lab-bet'
import { siteCost } from '@/contracts/password-store-choices'
import type { Run } from './ask-server'
import { ratioOf, roughly, speedOf } from './figures'

export const question = {
  ask: 'A guess has to be hashed before it can be compared. On this very server, with the cost that this site uses for its own accounts: how much longer does one guess take at the slow hash than at SHA-256?',
  isMany: false,
  options: [
    { id: 'ten', text: 'About ten times as long' },
    { id: 'thousand', text: 'About a thousand times as long' },
    { id: 'more', text: 'More than ten thousand times as long' },
  ],
}

/** Told by a run at the cost that the question names. */
export function answerOf(run: Run | null): RunAnswer | null {
  if (run?.cost !== siteCost) return null
  const ratio = ratioOf(run)
  const id = ratio < 100 ? 'ten' : ratio <= 10_000 ? 'thousand' : 'more'
  return {
    ids: [id],
    said: `${roughly(speedOf(run.fast))} guesses a second at SHA-256, ${roughly(speedOf(run.slow))} at scrypt: one takes ${roughly(ratio)} times as long.`,
  }
}

/** What a run has come to, in two sentences. */
export function sentenceOf(run: Run | null, busy: Busy): string {
  if (busy === 'waiting') return 'Two readers are guessing now. You are next.'
  if (busy) return 'The table has leaked, and somebody is guessing.'
  if (!run) return 'Nothing has leaked yet.'
  const { rows, fast, slow } = run
  return `With ${guessWords(fast.guesses)} at SHA-256 the guesser had ${fast.found.length} of ${rows.length} passwords, with ${guessWords(slow.guesses)} at scrypt ${slow.found.length}. Those who had the same password can be seen without a guess, unless there is salt.`
}

export type Busy = 'guessing' | 'waiting' | null

function guessWords(guesses: number): string {
  const count = guesses.toLocaleString('en-GB')
  return guesses === 1 ? 'one guess' : `${count} guesses`
}
