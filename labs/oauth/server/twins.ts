import { randomUUID } from 'node:crypto'
import type { Protection } from '@/contracts/oauth-lab-choices'
import type { Database } from '@/db/client'
import { NotFoundError } from '@/server/http/errors'
import { publicAddress } from '@/server/http/own-address'

/** A weak twin of the sign-in, for as long as one run of the lab. */
export type Twin = {
  /** The beginning of all its addresses. */
  address: string
  /** Its own tables, and nothing besides. */
  db: Database
  leftOut: Protection
  /** Whose run it is: its trace is theirs. Nothing of theirs is read. */
  sandbox: string
}

declare global {
  var backOfHouseTwins: Map<string, Twin> | undefined
}

function running(): Map<string, Twin> {
  return (globalThis.backOfHouseTwins ??= new Map())
}

/** Opens a twin, whose name nobody can guess, until the work is done. */
export async function withTwin<Result>(
  { db, leftOut, sandbox }: Omit<Twin, 'address'>,
  work: (twin: Twin) => Promise<Result>,
): Promise<Result> {
  const run = randomUUID()
  const address = publicAddress(`/api/labs/oauth/twin/${run}`).toString()
  const twin = { address, db, leftOut, sandbox }
  running().set(run, twin)
  try {
    return await work(twin)
  } finally {
    running().delete(run)
  }
}

/** The twin of a run; 404 once that is over. */
export function getTwin(run: string): Twin {
  const twin = running().get(run)
  if (!twin) throw new NotFoundError('twin')
  return twin
}
