import type { Member } from '@/contracts/parts'
import type { Credential } from './credentials'
import { requireMember } from './members'
import { requireSession } from './sessions'

/**
 * Holds a credential to what has happened since it was signed: its session may
 * have ended, and who joined may have been shown out. Tells who joined.
 */
export async function requireHolder(
  credential: Exclude<Credential, { kind: 'none' }>,
): Promise<Member | null> {
  const { sandboxId, memberId, sessionId } = credential
  if (sessionId !== null) await requireSession(sandboxId, sessionId)
  return memberId === null ? null : requireMember(sandboxId, memberId)
}
