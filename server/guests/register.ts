import type { NewAccount } from '@/contracts/accounts'
import type { Database } from '@/db/client'
import { accounts, passwords } from '@/db/schema/accounts'
import { ProblemError } from '@/server/http/errors'
import commonPasswords from './common-passwords.json'
import { normal, type Account } from './find-account'
import { hashPassword } from './hash-password'

const common = new Set(commonPasswords)

/**
 * Makes an account with an e-mail address and a password. Nothing is sent to
 * the address, so nobody has to prove that it is theirs.
 */
export async function register(
  db: Database,
  { email, password, name }: NewAccount,
): Promise<Account> {
  if (common.has(password.toLowerCase())) throw new CommonPasswordError()
  const hashed = await hashPassword(password)

  return db.transaction(async (tx) => {
    const [account] = await tx
      .insert(accounts)
      .values({ email: normal(email), name: name ?? null })
      .onConflictDoNothing()
      .returning()
    if (!account) throw new AddressTakenError()
    await tx.insert(passwords).values({ account: account.id, ...hashed })
    return account
  })
}

export class CommonPasswordError extends ProblemError {
  override name = 'CommonPasswordError'
  constructor() {
    const detail = 'This password is among the first that anybody would try.'
    super('validation-failed', detail, {
      errors: [{ pointer: '/password', detail }],
    })
  }
}

export class AddressTakenError extends ProblemError {
  override name = 'AddressTakenError'
  constructor() {
    super(
      'account-not-made',
      'No account can be made with this address. If it is yours, sign in.',
    )
  }
}
