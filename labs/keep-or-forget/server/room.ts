import { createHash } from 'node:crypto'
import { WhoAmI } from '@/contracts/keep-or-forget'
import type { Guest } from '@/server/guests/require-guest'
import { ProblemError } from '@/server/http/errors'
import { readSigned, signed } from './signed'

/** Where a guest's two servers are. Nobody can guess it, or make one up. */
export function roomOf({ sandbox }: Guest): string {
  const id = createHash('sha256').update(sandbox).digest('base64url')
  return signed(id.slice(0, 16))
}

/** Which server is asked: the address says it, as cookies may be missing. */
export function readWhoAmI(request: Request): WhoAmI {
  const { searchParams } = new URL(request.url)
  const asked = WhoAmI.safeParse(Object.fromEntries(searchParams))
  if (asked.success && readSigned(asked.data.room) !== null) return asked.data
  throw new ProblemError(
    'malformed-request',
    'Name the "server", A or B, and the "room" that you were told.',
  )
}

/** One server in a room. */
export function placeOf(room: string, server: WhoAmI['server']): string {
  return `${room} ${server}`
}
