/** Kinds of signs, and how many a guesser has to try for each of them. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[ -/:-@[-`{-~]/, 33],
  [/[^ -~]/, 100],
]

/**
 * How many guesses a password takes on average. One of the list goes at its
 * place. Any other is taken as signs by chance, half of all that are as long
 * and of the same kinds; a guesser who knows people needs far fewer.
 */
export function guessesFor(password: string, place: number | null): number {
  if (place !== null) return place
  const signs = kinds
    .filter(([kind]) => kind.test(password))
    .reduce((sum, [, count]) => sum + count, 0)
  return Math.max(1, signs ** [...password].length / 2)
}
