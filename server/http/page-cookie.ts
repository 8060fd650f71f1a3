import { eq } from 'drizzle-orm'
import { sandboxes } from '@/db/schema/sandboxes'
import { readCredential, type Credential } from '@/server/sandbox/credentials'
import { requireSession } from '@/server/sandbox/sessions'
import { ProblemError } from './errors'
import { houseDatabase } from './visit'

const none: Credential = { kind: 'none' }

/**
 * Whose page it is, by the cookie. One that was signed by another secret, is of
 * an older version, leads to a sandbox that is gone, or is that of a member, is
 * as good as none: whoever looks at a page can do nothing about their cookies.
 */
export async function readPageCookie(headers: Headers): Promise<Credential> {
  const cookie = headers.get('cookie')
  if (cookie === null) return none
  try {
    const credential = await readCredential(new Headers({ cookie }))
    return (await isUsable(credential)) ? credential : none
  } catch (error) {
    if (error instanceof ProblemError) return none
    throw error
  }
}

async function isUsable(credential: Credential): Promise<boolean> {
  if (credential.kind === 'none' || credential.memberId !== null) return false
  const { sandboxId, sessionId } = credential
  if (sessionId !== null) await requireSession(sandboxId, sessionId)
  const [sandbox] = await houseDatabase()
    .select({ expiresAt: sandboxes.expiresAt })
    .from(sandboxes)
    .where(eq(sandboxes.sandboxId, sandboxId))
  return sandbox !== undefined && sandbox.expiresAt > Date.now()
}
