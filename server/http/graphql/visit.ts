import type { Reply } from '@/contracts/http'
import type { Database } from '@/db/client'
import type { Lookups } from './lookups'
import type { Changes, Sources } from './sources'

/** What every resolver of one question shares. */
export type Visit = {
  /** The visitor's own; inside a mutation, its transaction. */
  db: Database
  sources: Sources
  /** Only where the question asks for a change. */
  changes: Changes | undefined
  lookups: Lookups
  /** The media types that the client would like, as it named them. */
  accept: string
  outcome: Outcome
}

/** What came about on the way, and is for the door to answer. */
export type Outcome = {
  /** The answer to a change, in the bytes that a repeat will get. */
  reply?: Reply
  /** The rule that a change ran into, so that nothing of it may stay. */
  isRefused?: boolean
  /** What broke. It is answered as a problem document, as behind any door. */
  failure?: unknown
}
