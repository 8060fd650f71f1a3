import { ProblemError } from '@/server/http/errors'
import { ownAddress } from '@/server/http/own-address'

/** Where this server listens; on some platforms it does not do so itself. */
export function requirePort(): { host: string; port: number } {
  const address = ownAddress()
  if (address) return address
  throw new ProblemError(
    'not-on-this-platform',
    'Requests come as objects here. The bytes stay with the platform.',
  )
}
