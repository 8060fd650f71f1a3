import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * scrypt with 32 MiB and three passes, one of the settings that OWASP gives as
 * equal: for whoever stole the table each guess costs as much as it does here.
 */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 ** 2 }
const hashBytes = 32

export type HashedPassword = { salt: Buffer; hash: Buffer }

/** A password as it is kept: slow to work out, and different for everybody. */
export async function hashPassword(password: string): Promise<HashedPassword> {
  const salt = randomBytes(16)
  return { salt, hash: await derive(password, salt) }
}

/**
 * Whether it is the password. For an account that is not there it takes as long
 * as for one that is: time tells nobody who has an account.
 */
export async function isPassword(
  password: string,
  kept: HashedPassword | null,
): Promise<boolean> {
  const { salt, hash } = kept ?? nobodys
  const isSame = timingSafeEqual(await derive(password, salt), hash)
  return isSame && kept !== null
}

const nobodys = { salt: Buffer.alloc(16), hash: Buffer.alloc(hashBytes) }

/** The slow hash itself; N is what it costs, in memory and in time. */
export function derive(
  password: string,
  salt: Buffer,
  N = cost.N,
): Promise<Buffer> {
  // One password, however a keyboard has put its letters together.
  const text = password.normalize('NFC')
  return new Promise((resolve, reject) =>
    scrypt(text, salt, hashBytes, { ...cost, N }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    ),
  )
}
