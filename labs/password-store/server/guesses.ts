import commonPasswords from '@/server/guests/common-passwords.json'

/** How many passwords the list has; the most usual one stands first. */
export const words = commonPasswords.length

/** The place of a password in the list, from 1 on; null when it has none. */
export function placeInList(password: string): number | null {
  const at = commonPasswords.indexOf(password.toLowerCase())
  return at < 0 ? null : at + 1
}

/**
 * What a guesser tries, in order: the usual passwords, then each with a number
 * behind it, since that is what people do when they are asked for one.
 */
export function* guesses(): Generator<string> {
  yield* commonPasswords
  for (let number = 0; ; number++)
    for (const word of commonPasswords) yield `${word}${number}`
}
