import type { Database } from '@/db/client'
import { accounts } from '@/db/schema/accounts'
import { ProblemError } from '@/server/http/errors'
import { hashOf } from './set-up-trial'

/**
 * Changes the address for whoever brings the cookie. It asks for nothing else,
 * and a browser brings the cookie, whoever wrote the page.
 */
export async function changeEmail(
  db: Database,
  cookie: string | null,
  sessionHash: string,
  email: string,
): Promise<string> {
  if (cookie === null || hashOf(cookie) !== sessionHash)
    throw new ProblemError('not-signed-in', 'The cookie did not come along.')

  const [account] = await db.update(accounts).set({ email }).returning()
  return account?.email ?? email
}
