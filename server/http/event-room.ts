import { env } from '@/env'
import { ProblemError } from './errors'
import { eventTail, type EventTail } from './event-tail'

declare global {
  var backOfHouseClosers: Set<() => void> | undefined
}

/**
 * Room for one more who follows a sandbox, with a stream or at a bell; 429
 * when all of it is taken. Whoever then awaits nothing before joining has it.
 * All of them are let go politely when the server is told to stop
 * (scripts/serve.mjs).
 */
export function requireRoom(tail: EventTail, sandboxId: string): void {
  globalThis.backOfHouseClosers ??= new Set()
  globalThis.backOfHouseClosers.add(closeAll)
  if (tail.streamsOf(sandboxId) < env.QUOTA_STREAMS) return
  throw new ProblemError(
    'too-many-streams',
    `A sandbox may keep ${env.QUOTA_STREAMS} event streams open at once.`,
    { headers: { 'Retry-After': '5' } },
  )
}

function closeAll(): void {
  eventTail().closeAll()
}
