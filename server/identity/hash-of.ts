import { createHash } from 'node:crypto'

/**
 * How a code or a token of 256 random bits is kept. Unlike a password it cannot
 * be guessed, so one round of SHA-256 is enough.
 */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
