import { promises, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'

const underWay = new Map<string, Promise<LookupAddress[]>>()

/**
 * Looks up a host for everybody who wants it at the same time. A look-up that
 * hangs keeps a thread of Node's pool busy, and no time limit frees it; a few
 * of them would leave none to bring the database's log to the disk.
 */
export const lookUp: LookupFunction = (host, { all }, callback) => {
  addressesOf(host).then(
    (addresses) => {
      const [first] = addresses
      if (all) callback(null, addresses)
      else callback(null, first?.address ?? '', first?.family)
    },
    (error: NodeJS.ErrnoException) => callback(error, ''),
  )
}

function addressesOf(host: string): Promise<LookupAddress[]> {
  const asked = underWay.get(host)
  if (asked) return asked
  const asking = promises
    .lookup(host, { all: true })
    .finally(() => underWay.delete(host))
  underWay.set(host, asking)
  return asking
}
