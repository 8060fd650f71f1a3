import { hash, randomBytes } from 'node:crypto'
import type { LeakedRow } from '@/contracts/password-store'
import type { Cost } from '@/contracts/password-store-choices'
import { derive } from '@/server/guests/hash-password'
import { people } from './people'

export type Hashed = Pick<LeakedRow, 'fast' | 'salt' | 'slow'>

/**
 * The table that leaks: everybody's password as it is, its fast hash, and its
 * slow one. It is made for one press and forgotten with the reply.
 */
export async function hashPasswords(cost: Cost) {
  const rows: LeakedRow[] = []
  const began = performance.now()
  for (const { name, password } of people)
    rows.push({
      name,
      plain: password,
      ...(await hashInBothWays(password, cost)),
    })
  const hashingMs = (performance.now() - began) / people.length
  return { rows, hashingMs }
}

/** Equal passwords have equal fast hashes. Salt makes every slow one differ. */
export async function hashInBothWays(
  password: string,
  cost: Cost,
): Promise<Hashed> {
  const salt = randomBytes(16)
  const slow = await derive(password, salt, 2 ** cost)
  return {
    fast: fastHash(password),
    salt: salt.toString('hex'),
    slow: slow.toString('hex'),
  }
}

export function fastHash(password: string): string {
  return hash('sha256', password, 'hex')
}
