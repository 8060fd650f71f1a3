import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { demoAccount } from '@/contracts/demo-account'
import type { SignIn } from '@/contracts/engine'
import { ProblemError } from '@/server/http/errors'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** What is kept of a password: enough to check it, too little to tell it. */
const kept = {
  salt: Buffer.from('4f1d9a6c2b7e83d05c91aa37e64b20f8', 'hex'),
  hash: Buffer.from(
    'e57aa6672489bf7496660630104869db9b9a55337145a222c50d8e18cf458543',
    'hex',
  ),
}

/**
 * The name of whoever knows the password; throws for everybody else. It takes
 * as long for a wrong name as for a wrong password, and says neither which.
 */
export async function checkPassword({
  name,
  password,
}: SignIn): Promise<string> {
  const hash = await derive(password, kept.salt, kept.hash.length)
  const isRight = timingSafeEqual(hash, kept.hash)
  if (!isRight || name !== demoAccount.name) throw new WrongPasswordError()

  return name
}

export class WrongPasswordError extends ProblemError {
  override name = 'WrongPasswordError'
  constructor() {
    super('wrong-password', 'Name and password do not belong together.', {
      headers: { 'WWW-Authenticate': 'Bearer realm="plateful"' },
    })
  }
}
