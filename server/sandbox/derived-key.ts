import { createHmac } from 'node:crypto'
import { authSecret } from '@/env'

/** A key of its own for each purpose, from the one secret (HKDF in one step). */
export function derivedKey(purpose: string): Uint8Array {
  return createHmac('sha256', authSecret()).update(purpose).digest()
}
